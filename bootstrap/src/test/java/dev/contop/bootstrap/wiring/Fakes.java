package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.audit.KeptAudit;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.command.RunCommand;
import dev.contop.application.command.ScriptedCommands;
import dev.contop.application.device.ControlDevice;
import dev.contop.application.device.FakeDevice;
import dev.contop.application.input.InjectInput;
import dev.contop.application.input.InputDesk;
import dev.contop.application.input.RecordingInput;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.peer.FakePeers;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.media.ScreenSize;
import javax.inject.Singleton;

/** For each adapter, the module that stands in for the real one. */
final class Fakes {

  private Fakes() {}

  @Module
  static final class PeersModule {
    private final FakePeers peers;

    PeersModule(FakePeers peers) {
      this.peers = peers;
    }

    @Provides
    OpenPeer openPeer() {
      return peers;
    }

    @Provides
    HostParts.Peers peers() {
      return new HostParts.Peers() {
        @Override
        public void warmUp() {}

        @Override
        public void awaitWarm() {}

        @Override
        public void close() {}
      };
    }
  }

  @Module
  static final class AuditModule {
    private final KeptAudit audit;

    AuditModule(KeptAudit audit) {
      this.audit = audit;
    }

    @Provides
    WriteAudit writeAudit() {
      return audit;
    }

    @Provides
    HostParts.Audit audit() {
      return () -> {};
    }
  }

  @Module
  static final class CommandsModule {
    private final ScriptedCommands commands;

    CommandsModule(ScriptedCommands commands) {
      this.commands = commands;
    }

    @Provides
    RunCommand runCommand() {
      return commands;
    }

    @Provides
    HostParts.Commands commands() {
      return () -> {};
    }
  }

  @Module
  static final class DesktopModule {
    private final RecordingInput input;

    DesktopModule(RecordingInput input) {
      this.input = input;
    }

    @Provides
    InjectInput injectInput() {
      return input;
    }

    @Provides
    ControlDevice controlDevice() {
      return new FakeDevice();
    }

    @Provides
    @Singleton
    InputDesk inputDesk(InjectInput inject, ReadTicks clock, Pools pools) {
      return new InputDesk(inject, clock, pools.input());
    }

    @Provides
    WatchScreen watchScreen() {
      return new WatchScreen() {
        @Override
        public Watching watch(ReadFrames reader) {
          throw new AssertionError("Nobody watches a fake peer");
        }

        @Override
        public void glimpse(ReadFrames reader) {
          throw new AssertionError("Nobody asks for a still");
        }

        @Override
        public ScreenSize size() {
          return new ScreenSize(1280, 720);
        }
      };
    }
  }

  /** Listeners without a socket: tests go through the doors themselves. */
  @Module
  static final class ListenersModule {
    @Provides
    @Singleton
    static Doors doors(AcceptPhones phones, PairPhone pairing) {
      return new Doors(phones, pairing);
    }

    @Provides
    static HostParts.Listeners listeners() {
      return new HostParts.Listeners() {
        @Override
        public void start() {}

        @Override
        public int port() {
          return 8000;
        }

        @Override
        public int adminPort() {
          return 8001;
        }

        @Override
        public void stop() {}
      };
    }
  }

  @Module
  static final class RehearsalModule {
    private RehearsalModule() {}

    @Provides
    static HostParts.Rehearsal rehearsal() {
      return () -> {};
    }
  }

  record Doors(AcceptPhones phones, PairPhone pairing) {}
}

package dev.contop.application.session;

import dev.contop.application.agent.ConsultAgent;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.command.RunCommand;
import dev.contop.application.device.ControlDevice;
import dev.contop.application.input.InputDesk;
import dev.contop.application.metrics.Counters;
import dev.contop.application.metrics.RefusalLog;
import dev.contop.application.screen.MonitorDesk;
import dev.contop.application.still.TakeStill;
import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import java.util.concurrent.Executor;

/**
 * All that a session needs from outside.
 *
 * @param pool runs the turns of all sessions; small and fixed
 */
public record SessionPorts(
    DecodeMessage decode,
    EncodeMessage encode,
    RunCommand run,
    InputDesk input,
    ConsultAgent agent,
    WriteAudit audit,
    ControlDevice device,
    TakeStill stills,
    MonitorDesk monitors,
    RefusalLog refusals,
    Counters counters,
    ReadTicks clock,
    Schedule schedule,
    DrawIds ids,
    Executor pool) {}

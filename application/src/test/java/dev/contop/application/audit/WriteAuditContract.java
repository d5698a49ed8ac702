package dev.contop.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditEntry.HostStarted;
import dev.contop.domain.audit.AuditEntry.HostStopped;
import dev.contop.domain.audit.AuditEntry.ManualModeSwitched;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every audit log keeps to (T55). */
@Timeout(60)
public abstract class WriteAuditContract {

  protected static final About PHONE =
      About.session(new DeviceId("phone"), new SessionId("session"));

  protected final RecordedOutcomes outcomes = new RecordedOutcomes();

  /** What is tested. */
  protected abstract WriteAudit subject();

  /** The versions in the entries of the host starting that are in the log by now, in its order. */
  protected abstract List<String> startsWritten();

  /** Makes writing impossible from now on. */
  protected abstract void breakStore();

  /** Makes writing possible again. */
  protected abstract void mendStore();

  protected void write(AuditEntry entry, String name) {
    subject().write(entry, PHONE, outcomes.observer(name));
  }

  @Test
  void shouldTellThatAnEntryIsWritten() {
    // When
    write(new ManualModeSwitched(true), "switch");

    // Then
    assertThat(outcomes.await(1)).containsExactly("switch: written");
  }

  @Test
  void shouldKeepTheOrderOfAWriter() {
    // When
    List<String> names = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
    names.forEach(name -> write(new HostStarted(name), name));

    // Then
    assertThat(outcomes.await(200))
        .containsExactlyElementsOf(names.stream().map(name -> name + ": written").toList());
    assertThat(startsWritten()).containsExactlyElementsOf(names);
  }

  @Test
  void shouldHaveWrittenWhatItSaysIsWritten() {
    // Given
    List<Integer> there = new CopyOnWriteArrayList<>();
    CountDownLatch told = new CountDownLatch(1);

    // When
    subject()
        .write(
            new HostStarted("1"),
            About.HOST,
            new ObserveAudit() {
              @Override
              public void written() {
                there.add(startsWritten().size());
                told.countDown();
              }

              @Override
              public void failed(String reason) {
                told.countDown();
              }
            });

    // Then
    assertThat(told).satisfies(CountDownLatch::await);
    assertThat(there).containsExactly(1);
  }

  @Test
  void shouldSayInWordsThatItCannotWriteAndRecover() {
    // Given
    write(new HostStarted("1"), "before");
    outcomes.await(1);
    breakStore();

    // When
    write(new HostStarted("2"), "broken");
    outcomes.await(2);
    mendStore();
    write(new HostStarted("3"), "after");

    // Then
    List<String> seen = outcomes.await(3);
    assertThat(seen.get(0)).isEqualTo("before: written");
    assertThat(seen.get(1)).startsWith("broken: ").contains(" ").endsWith(".");
    assertThat(seen.get(2)).isEqualTo("after: written");
    assertThat(startsWritten()).contains("3").doesNotContain("2");
  }

  @Test
  void shouldTakeEntriesOfManyThreads() throws InterruptedException {
    // Given
    int writers = 100;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      String name = Integer.toString(i);
      threads.add(
          new Thread(
              () -> {
                write(new HostStarted(name + ".1"), name + ".1");
                write(new HostStarted(name + ".2"), name + ".2");
                write(new HostStopped(), name + ".3");
              }));
    }

    // When
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    // Then
    List<String> seen = outcomes.await(3 * writers);
    assertThat(seen).hasSize(3 * writers).doesNotHaveDuplicates().allMatch(WriteAuditContract::ok);
    List<String> starts = startsWritten();
    for (int i = 0; i < writers; i++) {
      assertThat(starts).containsSubsequence(i + ".1", i + ".2");
      assertThat(seen).containsSubsequence(i + ".1: written", i + ".2: written", i + ".3: written");
    }
  }

  private static boolean ok(String outcome) {
    return outcome.endsWith(RecordedOutcomes.WRITTEN);
  }
}

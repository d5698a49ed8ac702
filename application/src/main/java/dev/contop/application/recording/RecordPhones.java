package dev.contop.application.recording;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.RecordingStanding;
import dev.contop.domain.recording.ShownRecording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Recording, as somebody at the computer sees and steers it. Any thread. */
public interface RecordPhones {

  /** From now on this device is recorded whenever it is connected, until the host stops. */
  RecordingStanding start(DeviceId device);

  /** From now on it is not, whatever the host was started with. */
  RecordingStanding stop(DeviceId device);

  /** How it stands with every device that is to be recorded or was. */
  List<RecordingStanding> standings();

  /** What there is, the newest first. Blocks. */
  List<ShownRecording> recordings() throws IOException;

  /**
   * Opens the file of that name, a video or its captions. Blocks.
   *
   * @param fileName any text
   * @return nothing when it is not the name of one that is there
   */
  Optional<KeepRecordings.StoredBytes> read(String fileName) throws IOException;
}

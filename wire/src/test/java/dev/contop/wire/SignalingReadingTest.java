package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.Resume;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone may say over the signaling socket (T4, T11). */
class SignalingReadingTest {

  private static final String LINE = "candidate:1 1 udp 2122260223 192.0.2.10 50412 typ host";
  private static final int LIMIT = 256 * 1024;

  private final SignalingCodec codec = new SignalingCodec();

  @Test
  void shouldReadAnOfferWithNothingButItsSdp() {
    assertThat(codec.read("{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}"))
        .isEqualTo(offer("v=0\r\n", Optional.empty(), Optional.empty(), false, Optional.empty()));
  }

  @Test
  void shouldReadAnOfferWithEverything() {
    assertThat(
            read(
                "'type':'offer','sdp':'v=0','device_name':'  Ada\u2019s phone ',"
                    + "'device_location':' Paris, France ','location':'elsewhere',"
                    + "'connection_type':'temp','peer_id':'p1','resume':null,'new':[]"))
        .isEqualTo(
            offer(
                "v=0",
                Optional.of("Ada\u2019s phone"),
                Optional.of("Paris, France"),
                true,
                Optional.of("p1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'location':'Paris'                                | Paris",
        "'device_location':null,'location':'Paris'         | Paris",
        "'device_location':' ','location':'Paris'          | Paris",
        "'location':{'lat':48.8566,'lon':2.3522}           | 48.8566,2.3522",
        "'device_location':{'lat':-90,'lon':180}           | -90,180",
        "'location':{'lat':1e-300,'lon':-0.00000049}       | 0,0",
        "'location':{'lat':10,'lon':120.12345678,'alt':3}  | 10,120.123457",
      })
  void shouldReadALocationInWordsOrDegrees(String field, String expected) {
    FromPhone message = read("'type':'offer','sdp':'v=0'," + field);

    assertThat(((FromPhone.Offer) message).location()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'device_name':null",
        "'device_name':''",
        "'device_name':'  '",
        "'location':null",
        "'device_location':''",
        "'connection_type':null",
        "'connection_type':'permanent'",
        "'connection_type':'TEMP'",
        "'peer_id':null",
        "'proof':null",
        "'peer_id':''",
        "'resume':null",
        "'usernameFragment':true",
      })
  void shouldTakeAnEmptyFieldForNone(String field) {
    assertThat(read("'type':'offer','sdp':'v=0'," + field))
        .isEqualTo(offer("v=0", Optional.empty(), Optional.empty(), false, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0,0", "57,57", "5.7e1,57", "4503599627370496,4503599627370496"})
  void shouldReadWhereAPhoneStands(String written, long lastSeq) {
    // T42
    FromPhone message =
        read("'type':'offer','sdp':'v=0','resume':{'last_seq':" + written + ",'more':[]}");

    assertThat(((FromPhone.Offer) message).resume()).contains(new Resume(lastSeq));
  }

  @Test
  void shouldReadCandidates() {
    assertThat(
            read(
                "'type':'ice_candidate','candidate':{'candidate':'"
                    + LINE
                    + "','sdpMid':'0','sdpMLineIndex':0,'usernameFragment':'x'}"))
        .isEqualTo(candidate(LINE, Optional.of("0"), OptionalInt.of(0)));
    assertThat(
            read(
                "'type':'ice_candidate','candidate':{'candidate':'"
                    + LINE
                    + "','sdpMid':'video','sdpMLineIndex':null}"))
        .isEqualTo(candidate(LINE, Optional.of("video"), OptionalInt.empty()));
    assertThat(
            read(
                "'type':'ice_candidate','candidate':{'candidate':'"
                    + LINE
                    + "','sdpMLineIndex':65535}"))
        .isEqualTo(candidate(LINE, Optional.empty(), OptionalInt.of(65_535)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "''",
        "{'candidate':''}",
        "{'candidate':null}",
        "{'candidate':'','sdpMid':'0','sdpMLineIndex':0}",
        "{'candidate':'','sdpMid':null,'sdpMLineIndex':null}",
      })
  void shouldReadTheEndOfCandidates(String candidate) {
    assertThat(read("'type':'ice_candidate','candidate':" + candidate))
        .isEqualTo(new FromPhone.Candidate(IceCandidate.END));
  }

  @Test
  void shouldReadALocationThatFollows() {
    assertThat(read("'type':'device_location','location':' Paris '"))
        .isEqualTo(new FromPhone.DeviceLocation("Paris"));
    assertThat(read("'type':'device_location','location':{'lat':1,'lon':2}"))
        .isEqualTo(new FromPhone.DeviceLocation("1,2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'answer'                    | answer",
        "'type':'answer','sdp':7            | answer",
        "'type':'Offer','sdp':'v=0'         | unknown_type",
        "'type':''                          | unknown_type",
        "'type':'\\u0000\\n'                | unknown_type",
      })
  void shouldIgnoreWhatIsNotForTheHost(String fields, String cause) {
    assertThat(read(fields)).isEqualTo(new FromPhone.Ignored(cause));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'sdp':'v=0'                                            | missing_field | type",
        "'type':null                                            | wrong_type    | type",
        "'type':['offer'],'sdp':'v=0'                           | wrong_type    | type",
        "'type':'offer'                                         | missing_field | sdp",
        "'type':'offer','sdp':null                              | wrong_type    | sdp",
        "'type':'offer','sdp':{}                                | wrong_type    | sdp",
        "'type':'offer','sdp':''                                | wrong_type    | sdp",
        "'type':'offer','sdp':' \\r\\n'                         | wrong_type    | sdp",
        "'type':'offer','sdp':'v=0\\u0000'                      | wrong_type    | sdp",
        "'type':'offer','sdp':'v=0','proof':7                   | wrong_type    | proof",
        "'type':'offer','sdp':'v=0','proof':''                  | wrong_type    | proof",
        "'type':'offer','sdp':'v=0','proof':'AB'                | wrong_type    | proof",
        "'type':'offer','sdp':'v=0','device_name':7             | wrong_type    | device_name",
        "'type':'offer','sdp':'v=0','device_name':'a\\u001bb'   | wrong_type    | device_name",
        "'type':'offer','sdp':'v=0','device_location':7         | wrong_type    | device_location",
        "'type':'offer','sdp':'v=0','location':['Paris']        | wrong_type    | location",
        "'type':'offer','sdp':'v=0','location':{'lat':1}        | missing_field | lon",
        "'type':'offer','sdp':'v=0','location':{'lat':'1','lon':1} | wrong_type | lat",
        "'type':'offer','sdp':'v=0','location':{'lat':90.1,'lon':1} | wrong_type | lat",
        "'type':'offer','sdp':'v=0','location':{'lat':1,'lon':-181} | wrong_type | lon",
        "'type':'offer','sdp':'v=0','location':{'lat':1e999,'lon':1} | wrong_type | lat",
        "'type':'offer','sdp':'v=0','connection_type':1         | wrong_type    | connection_type",
        "'type':'offer','sdp':'v=0','peer_id':{}                | wrong_type    | peer_id",
        "'type':'offer','sdp':'v=0','peer_id':'a\\nb'           | wrong_type    | peer_id",
        "'type':'offer','sdp':'v=0','resume':7                  | wrong_type    | resume",
        "'type':'offer','sdp':'v=0','resume':true               | wrong_type    | resume",
        "'type':'offer','sdp':'v=0','resume':'7'                | wrong_type    | resume",
        "'type':'offer','sdp':'v=0','resume':[7]                | wrong_type    | resume",
        "'type':'offer','sdp':'v=0','resume':{}                 | missing_field | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'Last_seq':7}     | missing_field | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':null}  | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':'7'}   | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':{}}    | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':-1}    | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':0.5}   | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':1e999} | wrong_type    | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':4503599627370497} | wrong_type | last_seq",
        "'type':'offer','sdp':'v=0','resume':{'last_seq':9223372036854775808} | wrong_type | last_seq",
        "'type':'ice_candidate'                                 | missing_field | candidate",
        "'type':'ice_candidate','candidate':7                   | wrong_type    | candidate",
        "'type':'ice_candidate','candidate':[]                  | wrong_type    | candidate",
        "'type':'ice_candidate','candidate':'candidate:1'       | wrong_type    | candidate",
        "'type':'ice_candidate','candidate':{}                  | missing_field | candidate",
        "'type':'ice_candidate','candidate':{'candidate':7}     | wrong_type    | candidate",
        "'type':'ice_candidate','candidate':{'candidate':'a\\r\\nb','sdpMid':'0'} | wrong_type | candidate",
        "'type':'ice_candidate','candidate':{'candidate':'a'}   | missing_field | sdpMid",
        "'type':'ice_candidate','candidate':{'candidate':'a','sdpMid':7} | wrong_type | sdpMid",
        "'type':'ice_candidate','candidate':{'candidate':'a','sdpMLineIndex':'0'} | wrong_type | sdpMLineIndex",
        "'type':'ice_candidate','candidate':{'candidate':'a','sdpMLineIndex':-1} | wrong_type | sdpMLineIndex",
        "'type':'ice_candidate','candidate':{'candidate':'a','sdpMLineIndex':0.5} | wrong_type | sdpMLineIndex",
        "'type':'ice_candidate','candidate':{'candidate':'a','sdpMLineIndex':65536} | wrong_type | sdpMLineIndex",
        "'type':'device_location'                               | missing_field | location",
        "'type':'device_location','location':null               | wrong_type    | location",
        "'type':'device_location','location':''                 | wrong_type    | location",
        "'type':'device_location','location':{}                 | missing_field | lat",
      })
  void shouldSayWhichFieldIsWrong(String fields, String code, String field) {
    // When
    FromPhone message = read(fields);

    // Then
    assertThat(message).isInstanceOf(FromPhone.Malformed.class);
    assertThat(((FromPhone.Malformed) message).code()).isEqualTo(code);
    assertThat(((FromPhone.Malformed) message).message()).startsWith("The field " + field + " ");
  }

  @ParameterizedTest
  @CsvSource({"device_name,128", "location,256", "peer_id,64"})
  void shouldTakeALabelUpToItsLimit(String name, int limit) {
    String field = "'type':'offer','sdp':'v=0','" + name + "':'";

    assertThat(read(field + "x".repeat(limit) + "'")).isInstanceOf(FromPhone.Offer.class);
    assertThat(read(field + "x".repeat(limit + 1) + "'")).isInstanceOf(FromPhone.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({"candidate,1024", "sdpMid,64"})
  void shouldTakeACandidateUpToItsLimits(String name, int limit) {
    String rest = name.equals("candidate") ? "'sdpMid':'0'" : "'candidate':'a'";
    String field = "'type':'ice_candidate','candidate':{" + rest + ",'" + name + "':'";

    assertThat(read(field + "x".repeat(limit) + "'}")).isInstanceOf(FromPhone.Candidate.class);
    assertThat(read(field + "x".repeat(limit + 1) + "'}")).isInstanceOf(FromPhone.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json                      | malformed",
        "{                             | malformed",
        "[]                            | wrong_type",
        "'offer'                       | wrong_type",
        "{'type':'offer','type':'x'}   | duplicate_key",
        "{'type':'\\ud800'}            | not_text",
      })
  void shouldSayWhatIsWrongWithTheWhole(String text, String code) {
    assertThat(code(codec.read(text.replace('\'', '"')))).isEqualTo(code);
  }

  @Test
  void shouldRefuseHalfOfASurrogatePair() {
    assertThat(code(codec.read("{\"type\":\"\ud800\"}"))).isEqualTo("not_text");
  }

  @Test
  void shouldRefuseWhatIsTooDeep() {
    assertThat(code(codec.read("[".repeat(65) + "]".repeat(65)))).isEqualTo("too_deep");
  }

  @Test
  void shouldCountTheSizeInBytes() {
    // Given
    String frame = "{\"type\":\"answer\",\"pad\":\"%s\"}";
    int room = LIMIT - frame.replace("%s", "").length();
    String euros = "\u20ac".repeat(room / 3);
    String fitting = frame.replace("%s", euros + "x".repeat(room % 3));

    // Then
    assertThat(fitting.getBytes(StandardCharsets.UTF_8)).hasSize(LIMIT);
    assertThat(codec.read(fitting)).isInstanceOf(FromPhone.Ignored.class);
    assertThat(code(codec.read(fitting + " "))).isEqualTo("too_large");
    assertThat(code(codec.read("x".repeat(LIMIT + 1)))).isEqualTo("too_large");
  }

  private FromPhone read(String fields) {
    return codec.read("{" + fields.replace('\'', '"') + "}");
  }

  private static String code(FromPhone message) {
    assertThat(message).isInstanceOf(FromPhone.Malformed.class);
    return ((FromPhone.Malformed) message).code();
  }

  private static FromPhone offer(
      String sdp,
      Optional<String> name,
      Optional<String> location,
      boolean temporary,
      Optional<String> peer) {
    return new FromPhone.Offer(new SessionDescription(sdp), name, location, temporary, peer);
  }

  private static FromPhone candidate(String line, Optional<String> mid, OptionalInt index) {
    return new FromPhone.Candidate(new IceCandidate(line, mid, index));
  }
}

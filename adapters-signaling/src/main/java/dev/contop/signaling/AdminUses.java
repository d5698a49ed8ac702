package dev.contop.signaling;

import dev.contop.application.desk.MeasureVideo;
import dev.contop.application.desk.OverseeSessions;
import dev.contop.application.desk.ReadAuditTail;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.application.still.TakeStill;
import java.util.function.Supplier;

/**
 * What the loopback listener is for (T94).
 *
 * @param connection says where phones reach the host; asked on each request
 */
public record AdminUses(
    PairPhone pairing,
    ShowOffer newest,
    RevokeDevice revoke,
    ListDevices devices,
    TakeStill stills,
    MeasureVideo video,
    OverseeSessions sessions,
    ReadAuditTail audit,
    Supplier<ConnectionInfo> connection) {}

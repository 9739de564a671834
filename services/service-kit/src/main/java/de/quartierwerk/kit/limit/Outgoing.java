package de.quartierwerk.kit.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** What of an answer has not left the service yet. */
final class Outgoing {

    private Outgoing() {}

    /** Bytes that wait for the reader; to be called on the connection's event loop. */
    static long pending(HttpServerRequest request) {
        ChannelOutboundBuffer waiting =
                ((ConnectionBase) request.connection()).channel().unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    /** Ends the connection at once; the connection's own {@code close} would wait until the reader has everything. */
    static void cut(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.unsafe().close(channel.voidPromise());
    }

    /** Whether nothing of the answer is left here: the reader has it, or is gone. */
    static boolean isGone(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        return response.closed() || (response.ended() && pending(request) == 0);
    }
}

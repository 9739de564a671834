package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.BrokenHeads;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.impl.HttpServerImpl;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.TCPServerBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds connections, before there is any request on them: how many there are, how long one may be without a request at
 * work, and how many bytes of heads may have arrived that are no request yet. Vert.x shows nobody the socket at which
 * connections arrive; it is taken from where Vert.x keeps it.
 */
@ApplicationScoped
class Connections {
    private static final String DOOR = "door";

    private final Vertx vertx;
    private final BrokenHeads broken;
    private final Places places;
    private final long mostHeadBytes;
    private final Duration idle;
    private final AtomicLong headBytes = new AtomicLong();

    Connections(Vertx vertx, BrokenHeads broken, LimitSettings settings) {
        this.vertx = vertx;
        this.broken = broken;
        this.places = new Places(settings.connections());
        this.mostHeadBytes = settings.heads().asLongValue();
        this.idle = settings.idle();
    }

    void open(@ObservesAsync HttpServerStart started) throws ReflectiveOperationException {
        Field bound = TCPServerBase.class.getDeclaredField("bindFuture");
        bound.setAccessible(true);
        for (HttpServerImpl server : ((VertxInternal) vertx).sharedHttpServers().values()) {
            Channel socket = (Channel) ((Future<?>) bound.get(server)).result();
            socket.eventLoop().execute(() -> {
                if (socket.pipeline().get(DOOR) == null) {
                    socket.pipeline().addFirst(DOOR, new Door());
                }
            });
        }
    }

    Duration idle() {
        return idle;
    }

    BrokenHeads broken() {
        return broken;
    }

    /** Counts bytes of heads, less ones for those that have become requests; whether there is room for them. */
    boolean countHeadBytes(long bytes) {
        return headBytes.addAndGet(bytes) <= mostHeadBytes;
    }

    /** Sees every connection first. */
    private final class Door extends ChannelInboundHandlerAdapter {

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the listener is what is waited for
        public void channelRead(ChannelHandlerContext context, Object message) {
            Channel connection = (Channel) message;
            Optional<Runnable> place = places.take(address(connection));
            if (place.isEmpty()) {
                connection.unsafe().closeForcibly();
                return;
            }
            ConnectionGuard guard = new ConnectionGuard(Connections.this);
            connection.closeFuture().addListener(closed -> {
                place.get().run();
                guard.end();
            });
            connection.pipeline().addFirst(guard);
            context.fireChannelRead(message);
        }
    }

    private static String address(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
    }
}

package de.quartierwerk.kit.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Watches one connection, on its event loop: bytes as they arrive, and requests and answers behind the codec. */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be sent or closed is closed already
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
    private static final String ENCODER = "httpEncoder";
    private static final String EXCHANGES = "exchanges";
    private static final long UNTIL_CLOSED_MILLIS = 1_000;

    private final Connections all;
    private long headBytes;
    private boolean contentArrives;
    private boolean answerBegun;
    private boolean refused;
    private int atWork;
    private long quietSince = System.nanoTime();

    ConnectionGuard(Connections all) {
        this.all = all;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        lookIn(all.idle().toNanos(), context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (context.pipeline().get(EXCHANGES) == null && context.pipeline().get(ENCODER) != null) {
            context.pipeline().addAfter(ENCODER, EXCHANGES, new Exchanges());
        }
        if (!contentArrives && message instanceof ByteBuf bytes) {
            headBytes += bytes.readableBytes();
            if (!all.countHeadBytes(bytes.readableBytes())) {
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
        }
        context.fireChannelRead(message);
    }

    /** Gives back what the connection holds. */
    void end() {
        all.countHeadBytes(-headBytes);
        headBytes = 0;
    }

    private void lookIn(long nanos, ChannelHandlerContext context) {
        context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        long quiet = atWork > 0 ? 0 : System.nanoTime() - quietSince;
        long left = all.idle().toNanos() - quiet;
        if (left <= 0) {
            context.close();
        } else if (context.channel().isOpen()) {
            lookIn(left, context);
        }
    }

    /** Sees requests behind the decoder, and answers before the encoder. */
    private final class Exchanges extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpObject part && !refused) {
                refuse(context, part);
            }
            if (message instanceof HttpRequest) {
                end();
                contentArrives = true;
                atWork++;
            }
            if (message instanceof LastHttpContent) {
                contentArrives = false;
            }
            if (refused) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean informs = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (refused) {
                ReferenceCountUtil.release(message);
                promise.tryFailure(new ClosedChannelException());
                return;
            }
            answerBegun |= message instanceof HttpResponse && !informs;
            if (message instanceof LastHttpContent && !informs) {
                atWork = Math.max(0, atWork - 1);
                answerBegun = false;
                quietSince = System.nanoTime();
            }
            context.write(message, promise);
        }

        /** Only where the next answer is the one to this request; else the server closes the connection. */
        private void refuse(ChannelHandlerContext context, HttpObject part) {
            boolean next = !answerBegun && atWork == (part instanceof HttpRequest ? 0 : 1);
            Optional<FullHttpResponse> refusal = next ? all.broken().answer(part) : Optional.empty();
            refusal.ifPresent(answer -> {
                refused = true;
                context.writeAndFlush(answer);
                // closed at once, the answer would be lost to those who are still sending
                context.executor().schedule(() -> context.close(), UNTIL_CLOSED_MILLIS, TimeUnit.MILLISECONDS);
            });
        }
    }
}

package de.quartierwerk.kit.problem;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers what cannot be read as a request of HTTP/1.0 or 1.1, where the server itself would answer without a body. */
@ApplicationScoped
public class BrokenHeads {

    private static final String UNKNOWN = "*";

    private final ProblemAnswers answers;
    private final RequestLimits limits;

    BrokenHeads(ProblemAnswers answers, RequestLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    /** The answer to a request, or to a part of its content, after which nothing can be read any more. */
    public Optional<FullHttpResponse> answer(HttpObject part) {
        return refusal(part).map(this::response);
    }

    private Optional<Refusal> refusal(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            Throwable cause = part.decoderResult().cause();
            if (cause instanceof TooLongHttpLineException) {
                return Optional.of(limits.addressTooLong());
            }
            boolean headers = cause instanceof TooLongHttpHeaderException;
            return Optional.of(headers ? limits.headersTooLarge() : HttpRefusals.ofStatus(400));
        }
        boolean known = !(part instanceof HttpRequest request)
                || request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        return known ? Optional.empty() : Optional.of(HttpRefusals.ofStatus(505));
    }

    private FullHttpResponse response(Refusal refusal) {
        ProblemAnswers.Answer answer = answers.answer(
                refusal, new ProblemAnswers.Asked(UNKNOWN, UNKNOWN, null, null, CallerLanguage.preferred(null)));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        AnswerHeaders.usual().forEach(response.headers()::set);
        return response;
    }
}

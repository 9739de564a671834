package de.quartierwerk.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long address, headers and announced content of a request may be. The HTTP server itself has wider limits, so that
 * browsers of other origins may read these answers too; see {@link BrokenHeads}.
 */
@ApplicationScoped
class RequestLimits {

    private static final int LONGEST_NUMBER = 18;

    private final long longestAddress;
    private final long largestHeaders;
    private final long largestBody;
    private final long largestDocument;

    RequestLimits(
            @ConfigProperty(name = "quartierwerk.http.longest-address") MemorySize longestAddress,
            @ConfigProperty(name = "quartierwerk.http.largest-headers") MemorySize largestHeaders,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody,
            @ConfigProperty(name = "quartierwerk.http.largest-document") MemorySize largestDocument) {
        this.longestAddress = longestAddress.asLongValue();
        this.largestHeaders = largestHeaders.asLongValue();
        this.largestBody = largestBody.asLongValue();
        this.largestDocument = largestDocument.asLongValue();
    }

    /** The refusal of a request that passes a limit. */
    Optional<Refusal> check(HttpServerRequest request) {
        if (request.uri().length() > longestAddress) {
            return Optional.of(addressTooLong());
        }
        if (size(request) > largestHeaders) {
            return Optional.of(headersTooLarge());
        }
        String type = request.getHeader("Content-Type");
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        long largest = form ? largestBody : largestDocument;
        return contentLength(request) > largest ? Optional.of(Refusal.of(new TooLarge(largest))) : Optional.empty();
    }

    Refusal addressTooLong() {
        return Refusal.of(414, "request.address-too-long", longestAddress);
    }

    Refusal headersTooLarge() {
        return Refusal.of(431, "request.headers-too-large", largestHeaders);
    }

    private static long size(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null || !length.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        return length.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(length);
    }
}

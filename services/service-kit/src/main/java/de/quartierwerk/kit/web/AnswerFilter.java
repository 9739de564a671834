package de.quartierwerk.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import de.quartierwerk.kit.limit.Clients;
import de.quartierwerk.kit.limit.LargeAnswers;
import de.quartierwerk.kit.limit.LongAnswers;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * What every successful read gets: a {@code Link} to the next page, {@code Cache-Control} (shared caches may hold what
 * anyone may read, for the time set; what was given to a known caller is private and always asked for again) and an
 * {@code ETag} over the content, with 304 where {@code If-None-Match} names it.
 */
@Singleton
class AnswerFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int LARGE = 16 * 1024;

    private final ObjectMapper json;
    private final LongAnswers longAnswers;
    private final LargeAnswers largeAnswers;
    private final Duration publicMaxAge;
    private final Set<String> packable;

    AnswerFilter(
            ObjectMapper json,
            LongAnswers longAnswers,
            LargeAnswers largeAnswers,
            @ConfigProperty(name = "quartierwerk.http.public-max-age") Duration publicMaxAge,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> packable) {
        this.json = json;
        this.longAnswers = longAnswers;
        this.largeAnswers = largeAnswers;
        this.publicMaxAge = publicMaxAge;
        this.packable = packable;
    }

    /** Chooses the bytes of a prepared answer, as they are or packed. */
    private static void unwrap(ContainerRequestContext request, ContainerResponseContext response, Prepared prepared) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean packed = Prepared.isSentPacked(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (packed) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setEntity(
                packed ? prepared.packed() : prepared.plain(),
                response.getEntityAnnotations(),
                response.getMediaType());
    }

    @ServerResponseFilter
    public void complete(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest http) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!read || response.getStatus() != OK) {
            return;
        }
        if (response.getEntity() instanceof Prepared prepared) {
            unwrap(request, response, prepared);
        }
        requireGuarded(response);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        String next = next(response.getEntity());
        if (next != null) {
            headers.add(HttpHeaders.LINK, nextPage(request, next));
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.add(HttpHeaders.CACHE_CONTROL, cacheControl(request));
        }
        tag(request, response);
        String client = Clients.of(request);
        if (response.getEntity() instanceof byte[] body) {
            largeAnswers.count(client, http, pack(request, response, body));
        } else if (response.getEntity() instanceof StreamingOutput answer) {
            response.setEntity(
                    longAnswers.bounded(client, answer), response.getEntityAnnotations(), response.getMediaType());
        }
    }

    /**
     * Packs a large answer here, on a worker: the server would do it on the event loop, where all others wait. A strong
     * tag is that of bytes which are sent as they are.
     */
    private int pack(ContainerRequestContext request, ContainerResponseContext response, byte[] body) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        MediaType type = response.getMediaType();
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        boolean worth = type != null
                && packable.contains(type.getType() + '/' + type.getSubtype())
                && (tag == null || tag.startsWith("W/"));
        if (body.length < LARGE
                || !worth
                || headers.containsKey(HttpHeaders.CONTENT_ENCODING)
                || !Prepared.isSentPacked(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            return body.length;
        }
        byte[] packedBody = Prepared.pack(body);
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setEntity(packedBody, response.getEntityAnnotations(), type);
        return packedBody.length;
    }

    /** A table that was written past {@link CsvAnswer} could hold formulas. */
    private static void requireGuarded(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean csv = type != null && CsvAnswer.MEDIA_TYPE.equals(type.getType() + '/' + type.getSubtype());
        if (csv && response.hasEntity() && !(response.getEntity() instanceof CsvPage)) {
            throw new IllegalStateException("CSV that CsvAnswer did not write");
        }
    }

    private static @Nullable String next(@Nullable Object entity) {
        if (entity instanceof CsvPage csv) {
            return csv.next();
        }
        return entity instanceof Page<?> page ? page.next() : null;
    }

    private static String nextPage(ContainerRequestContext request, String cursor) {
        URI next = request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        // relative to what was asked: right behind every gateway
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }

    private String cacheControl(ContainerRequestContext request) {
        boolean known = request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
        return known ? "private, no-cache" : "public, max-age=" + publicMaxAge.toSeconds();
    }

    private void tag(ContainerRequestContext request, ContainerResponseContext response) {
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (tag == null && canBeHashed(response)) {
            byte[] body = body(response);
            tag = "W/\"" + hash(body) + '"';
            response.getHeaders().add(HttpHeaders.ETAG, tag);
            response.setEntity(body, response.getEntityAnnotations(), utf8(response.getMediaType()));
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tag != null && known != null && names(known, tag) && mayBeStored(response)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /**
     * The tag of a version says nothing of parts that change without the thing; such an answer says {@code no-store}
     * and is always sent as a whole.
     */
    private static boolean mayBeStored(ContainerResponseContext response) {
        String cacheControl = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return cacheControl == null || !cacheControl.contains("no-store");
    }

    private static boolean canBeHashed(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        Object entity = response.getEntity();
        if (entity instanceof byte[] || entity instanceof String) {
            return true;
        }
        boolean json = type != null
                && type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
        return json && entity != null && !isStream(entity);
    }

    private static boolean isStream(Object entity) {
        return entity instanceof StreamingOutput
                || entity instanceof InputStream
                || entity instanceof File
                || entity instanceof Path
                || entity instanceof Flow.Publisher;
    }

    private byte[] body(ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] bytes) {
            return bytes;
        }
        if (response.getEntity() instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        Type type = declared(response.getEntityType());
        ObjectWriter writer = type instanceof ParameterizedType
                ? json.writerFor(json.getTypeFactory().constructType(type))
                : json.writer();
        try {
            return writer.writeValueAsBytes(response.getEntity());
        } catch (JacksonException e) {
            throw new IllegalStateException("answer not serialisable", e);
        }
    }

    /** The type of the body where a resource declares the whole answer. */
    private static Type declared(Type type) {
        boolean answer =
                type instanceof ParameterizedType parameterized && parameterized.getRawType() == RestResponse.class;
        return answer ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    }

    /** Texts say their charset; JSON is always UTF-8 (RFC 8259). */
    private static MediaType utf8(MediaType type) {
        boolean text = type != null && type.getType().equals("text");
        return text ? type.withCharset("UTF-8") : type;
    }

    private static boolean names(String ifNoneMatch, String tag) {
        String opaque = opaque(tag);
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || opaque(known).equals(opaque));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

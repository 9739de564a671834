package de.quartierwerk.kit.problem;

import java.util.Map;

/** Content that is written in a way which the platform does not read: 415. */
public final class UnsupportedContent extends Failure {

    private static final long serialVersionUID = 1L;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Map<String, String> headers;

    private UnsupportedContent(String code, Map<String, String> headers, String given) {
        super(UNSUPPORTED_MEDIA_TYPE, code, given);
        this.headers = headers;
    }

    /** Text in another charset than UTF-8. */
    public static UnsupportedContent charset(String given) {
        return new UnsupportedContent("request.charset-unsupported", Map.of(), given);
    }

    /** Content that is compressed or encoded otherwise; {@code Accept-Encoding} says what is read. */
    public static UnsupportedContent encoding(String given) {
        return new UnsupportedContent("request.encoding-unsupported", Map.of("Accept-Encoding", "identity"), given);
    }

    /** Content of another media type than the operation takes. */
    public static UnsupportedContent mediaType(String given) {
        return new UnsupportedContent("request.unsupported-media-type", Map.of(), given);
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }
}

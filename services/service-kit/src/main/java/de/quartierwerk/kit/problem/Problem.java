package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document, RFC 9457. Its schema in API documents stands in the package {@code openapi}.
 *
 * @param type names the kind of problem: {@code urn:quartierwerk:problem:<code>}
 * @param title short, in the language of the caller
 * @param status the HTTP status
 * @param detail what happened this time, in the language of the caller
 * @param instance the path that was asked
 * @param code stable, for programs
 * @param errors what is wrong with the input, place by place
 * @param members what this kind of problem tells beside that
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String code,
        List<Place> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** The media type of problem documents. */
    static final String MEDIA_TYPE = "application/problem+json";

    /** One thing that is wrong with the input, as {@link InputError} tells it, with its message rendered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable String pointer,
            @Nullable Integer line,
            @Nullable String column,
            String code,
            @Nullable String value,
            String message) {}
}

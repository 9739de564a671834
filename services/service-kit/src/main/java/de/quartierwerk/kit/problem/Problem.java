package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem document, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "A problem document (RFC 9457)")
public record Problem(
        @Schema(description = "Names the kind of problem", examples = "urn:quartierwerk:problem:request.not-found")
        String type,

        @Schema(description = "Short, in the language of Accept-Language", examples = "Nicht gefunden")
        String title,

        @Schema(description = "The HTTP status", examples = "404")
        int status,

        @Schema(description = "What happened this time, in the language of Accept-Language", nullable = true)
        String detail,

        @Schema(description = "The path that was asked", examples = "/registry/v1/spaces/01")
        String instance,

        @Schema(description = "Stable code for programs", examples = "request.not-found")
        String code,

        @Schema(description = "What is wrong with the input, place by place", nullable = true)
        List<Place> errors) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing that is wrong with the input. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemPlace", description = "One thing that is wrong with the input, and where")
    public record Place(
            @Schema(
                    description = "JSON pointer into the body, or the bare name of a parameter",
                    nullable = true,
                    examples = "/columns/0/name")
            String pointer,

            @Schema(description = "Line of the file or body, from 1", nullable = true, examples = "17")
            Integer line,

            @Schema(description = "Name or number of the column", nullable = true, examples = "value")
            String column,

            @Schema(description = "Stable code for programs", examples = "key.malformed")
            String code,

            @Schema(description = "The value as given", nullable = true)
            String value,

            @Schema(description = "In the language of Accept-Language")
            String message) {}
}

package de.quartierwerk.funding.need;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A need for action (Handlungsbedarf) of a space, as published.
 *
 * @param space space key
 * @param need code of the field of action
 * @param title its title
 * @param scheme code of the scheme
 * @param period period of the run
 * @param run id of the run
 * @param origin who found it
 */
@Schema(description = "A published need for action of a space")
public record PublishedNeed(
        @Schema(examples = "99001001-01") String space,
        @Schema(examples = "HF3") String need,

        @Schema(examples = "Armutsrisiken von Kindern und Familien")
        String title,

        @Schema(examples = "aachen-2018") String scheme,
        @Schema(examples = "2023") String period,
        UUID run,
        NeedOrigin origin) {}

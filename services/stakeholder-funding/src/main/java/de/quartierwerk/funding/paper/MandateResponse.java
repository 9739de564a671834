package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a decision charges somebody with (Auftrag) as the API answers it.
 *
 * @param id id
 * @param paper number of the paper
 * @param text what is to be done
 * @param responsible who is to do it
 * @param due last day for it
 * @param state how far it is
 * @param report what was reported back
 * @param givenBy who recorded it
 * @param givenAt when
 * @param reportedBy who reported back
 * @param reportedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mandate", description = "What a decision charges somebody with")
public record MandateResponse(
        UUID id,
        @Schema(examples = "2021/0345") String paper,

        @Schema(examples = "Zweckgebundene Vereinbarung abschließen")
        String text,

        @Schema(examples = "Sozialplanung") String responsible,
        LocalDate due,
        MandateState state,

        @Schema(examples = "Vereinbarung am 01.07.2021 geschlossen") @Nullable
        String report,

        @Schema(examples = "clerk") String givenBy,
        Instant givenAt,
        @Schema(examples = "funding-officer") @Nullable String reportedBy,
        @Nullable Instant reportedAt) {}

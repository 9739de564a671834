package de.quartierwerk.funding.post;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a post (Stelle).
 *
 * @param title what it is for
 * @param fte full-time equivalents
 * @param from first day
 * @param to last day; null without an end
 * @param product product or part of it
 * @param paperNumber number of the council paper that made it
 */
@Schema(description = "A post of the staffing plan")
public record PostRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Sozialplanung")
        String title,

        @NotNull @Positive @Digits(integer = 4, fraction = 2) @DecimalMax("1000") @Schema(examples = "0.5")
        BigDecimal fte,

        @NotNull @Schema(examples = "2019-01-01") LocalDate from,
        @Schema(examples = "2023-12-31") @Nullable LocalDate to,

        @Size(max = 64) @Schema(examples = "05.03.06") @Nullable
        String product,

        @NotBlank @Size(max = 64) @Schema(examples = "2018/0233")
        String paperNumber) {

    /** Cleans the texts; writes equal numbers alike. */
    public PostRequest {
        title = Texts.strip(title);
        product = Texts.clean(product);
        paperNumber = Texts.strip(paperNumber);
        fte = fte == null ? fte : Texts.plain(fte);
    }
}

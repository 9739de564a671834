package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.body.Matter;
import de.quartierwerk.funding.body.MatterAmount;
import de.quartierwerk.funding.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the competent body is found by (Wertgrenze).
 *
 * @param amount sum of what is applied for
 * @param applications ids of the applications that count, the oldest first
 * @param papers numbers of papers that name the application
 * @param matters further matters of these papers, for which the body must be competent too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Amount by which the competent body is found, and the applications it is the sum of")
public record CompetenceBasis(
        Money amount,
        List<UUID> applications,
        @Schema(examples = "[\"2021/0345\"]") List<String> papers,
        List<MatterAmount> matters) {

    /** Copies the lists. */
    public CompetenceBasis {
        applications = List.copyOf(applications);
        papers = List.copyOf(papers);
        matters = List.copyOf(matters);
    }

    /** The application alone. */
    static CompetenceBasis of(ApplicationRow application) {
        return new CompetenceBasis(application.content().requested(), List.of(application.id()), List.of(), List.of());
    }

    /** All matters that the body must be competent for; the programme's own with the sum applied for. */
    List<MatterAmount> matters(Matter own) {
        List<MatterAmount> all = new ArrayList<>(List.of(new MatterAmount(own, amount)));
        matters.stream()
                .filter(each ->
                        each.matter() != own || Money.orZero(each.amount()).exceeds(amount))
                .forEach(all::add);
        return all;
    }
}

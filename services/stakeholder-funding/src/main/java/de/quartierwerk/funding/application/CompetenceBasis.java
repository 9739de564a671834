package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the competent body is found by (Wertgrenze).
 *
 * @param amount sum of what is applied for
 * @param applications ids of the applications that count, the oldest first
 */
@Schema(description = "Amount by which the competent body is found, and the applications it is the sum of")
public record CompetenceBasis(Money amount, List<UUID> applications) {

    /** Copies the list. */
    public CompetenceBasis {
        applications = List.copyOf(applications);
    }

    /** The application alone. */
    static CompetenceBasis of(ApplicationRow application) {
        return new CompetenceBasis(application.content().requested(), List.of(application.id()));
    }
}

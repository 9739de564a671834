package de.quartierwerk.reporting.stakeholder;

import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.StakeholderChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The actors and offers of the read model. */
@ApplicationScoped
public class Offers {
    private final OfferStatements statements;

    Offers(OfferStatements statements) {
        this.statements = statements;
    }

    void store(StakeholderChanged stakeholder) {
        statements.upsert(stakeholder);
    }

    void store(OfferChanged offer) {
        statements.upsert(offer);
    }

    /** Empties the read model of actors and offers. */
    public void clear() {
        statements.truncate();
    }

    /** Published offers that serve at least one of these spaces, in the order of their keys. */
    public List<Offer> serving(Collection<String> spaces) {
        return spaces.isEmpty() ? List.of() : statements.serving(spaces);
    }
}

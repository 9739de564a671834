package de.quartierwerk.funding.offer;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Offers, for the other features. */
@ApplicationScoped
public class Offers {

    private final OfferRepository repository;

    Offers(OfferRepository repository) {
        this.repository = repository;
    }

    /** Whether an offer names the field of action. */
    public boolean nameNeed(String need) {
        return repository.names(need);
    }

    /** Whether a published offer is for this group. */
    public boolean nameTargetGroup(String group) {
        return repository.isFor(group);
    }

    /** The events that tell all offers, in the order of their keys. */
    @Transactional
    public List<OutgoingEvent> events() {
        return repository.listAll(Sort.by("key")).stream()
                .map(OfferService::event)
                .toList();
    }
}

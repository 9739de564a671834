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

    /** The events that tell all offers, in the order of their keys. */
    @Transactional
    public List<OutgoingEvent> events() {
        return repository.listAll(Sort.by("key")).stream()
                .map(OfferService::event)
                .toList();
    }
}

package de.quartierwerk.funding.need;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The published needs for action against which criteria are checked. */
@ApplicationScoped
public class PublishedNeeds {

    private final NeedRepository repository;
    private final Settling settling;

    PublishedNeeds(NeedRepository repository, Settling settling) {
        this.repository = repository;
        this.settling = settling;
    }

    /** Waits until everything that was published before has arrived here. To be called before a transaction. */
    public void settle() {
        settling.catchUp(Topics.CLASSIFICATION);
    }

    /**
     * The needs of these spaces that count at present: per space and scheme those of the latest period, as published
     * last.
     */
    public List<PublishedNeed> of(Collection<String> spaces) {
        return spaces.isEmpty() ? List.of() : repository.find(spaces);
    }
}

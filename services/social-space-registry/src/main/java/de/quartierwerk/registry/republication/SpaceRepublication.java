package de.quartierwerk.registry.republication;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationSource;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.space.SpaceEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All levels in the first batch, then all spaces with every span of validity. */
@ApplicationScoped
class SpaceRepublication implements RepublicationSource {
    private final LevelService levels;
    private final SpaceEvents spaces;

    SpaceRepublication(LevelService levels, SpaceEvents spaces) {
        this.levels = levels;
        this.spaces = spaces;
    }

    @Override
    public int plan(UUID job) {
        return 1 + spaces.planAll(job);
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        return number == 0 ? levels.events() : List.of(spaces.batch(job, number - 1, "republication/" + job));
    }

    @Override
    public void published(UUID job) {
        spaces.published(job);
    }
}

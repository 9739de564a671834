package de.quartierwerk.registry.level;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Rules of levels. They belong to the whole installation: only who may act everywhere changes them. */
@ApplicationScoped
public class LevelService {
    private final LevelRepository levels;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    LevelService(LevelRepository levels, Outbox outbox, Audit audit, Caller caller) {
        this.levels = levels;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What became of a write.
     *
     * @param level level as it is now
     * @param created whether it is new
     * @param event sequence of the event, null when nothing changed
     */
    record Written(SpaceLevel level, boolean created, Long event) {}

    /** Finds a level by its code. */
    public Optional<SpaceLevel> find(String code) {
        return levels.find(code);
    }

    SpaceLevel get(String code) {
        return levels.find(code).orElseThrow(() -> new NotFound("level.unknown", code));
    }

    Page<SpaceLevel> list(List<String> after, int limit) {
        int rank = after.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(after.get(0));
        String code = after.isEmpty() ? "" : after.get(1);
        return Page.of(
                levels.list(rank, code, limit + 1),
                limit,
                level -> List.of(Integer.toString(level.rank()), level.code()));
    }

    @Transactional
    Written put(String code, LevelBody body) {
        caller.requireEverywhere();
        String name = body.name().strip();
        SpaceLevel fresh = new SpaceLevel(code, name, body.rank(), 1);
        if (levels.insert(fresh)) {
            return written(null, fresh);
        }
        SpaceLevel current = levels.findForChange(code).orElseThrow();
        if (current.name().equals(name) && current.rank() == body.rank()) {
            return new Written(current, false, null);
        }
        levels.spaceThatForbids(code, body.rank()).ifPresent(space -> {
            throw new Conflict("level.rank-conflict", code, body.rank(), space);
        });
        SpaceLevel changed = new SpaceLevel(code, name, body.rank(), current.version() + 1);
        levels.update(changed);
        return written(current, changed);
    }

    @Transactional
    void onStart(@Observes StartupEvent event) {
        levels.takeUnannounced().forEach(this::publish);
    }

    private Written written(SpaceLevel before, SpaceLevel after) {
        audit.record(before == null ? "level-created" : "level-changed", "levels/" + after.code(), before, after);
        return new Written(after, before == null, publish(after));
    }

    private long publish(SpaceLevel level) {
        return outbox.publish(new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                level.code(),
                EventTypes.LEVEL_DEFINED,
                "levels/" + level.code(),
                level.version(),
                new LevelDefined(level.code(), level.name(), level.rank(), level.version())));
    }
}

package de.quartierwerk.registry.space;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import de.quartierwerk.registry.boundary.BoundaryReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates and changes single spaces. */
@ApplicationScoped
class SpaceService {
    private final SpaceRepository spaces;
    private final SpaceBoundaries boundaries;
    private final SpaceStatements statements;
    private final SpaceChanges changes;
    private final SpaceCheck check;
    private final SpaceEvents spaceEvents;
    private final RequestEvents events;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    SpaceService(
            SpaceRepository spaces,
            SpaceBoundaries boundaries,
            SpaceStatements statements,
            SpaceChanges changes,
            SpaceCheck check,
            SpaceEvents spaceEvents,
            RequestEvents events,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.spaces = spaces;
        this.boundaries = boundaries;
        this.statements = statements;
        this.changes = changes;
        this.check = check;
        this.spaceEvents = spaceEvents;
        this.events = events;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Creates or changes a space. The state given holds from {@code validFrom} on. If that is the first day of the
     * space that has the key then, or is left out, that space is corrected; otherwise that space ends the day before
     * and a new one begins.
     */
    @Transactional
    Stored<SpaceResponse> put(String key, SpaceRequest request, IfMatch ifMatch) {
        long version = changes.begin();
        LocalDate today = LocalDate.now(clock);
        SpaceEntity stored = current(key, request.validFrom(), today);
        Space current = stored == null ? null : stored.toSpace();
        Space wanted = check.complete(key, request, current, version, today);
        caller.requireWithin(wanted.path());
        if (current != null) {
            caller.requireWithin(current.path());
        }
        BoundaryReader.Reading boundary = SpaceCheck.boundary(request);
        if (stored == null || current == null) {
            checkReadVersion(key, ifMatch, today);
            return create(wanted, boundary);
        }
        ifMatch.check(current.version());
        if (current.equalsInContent(wanted) && isPresent(current, boundary)) {
            return new Stored<>(SpaceResponse.of(current), current.version(), false);
        }
        ifMatch.require(current.version());
        return change(stored, current, wanted, boundary);
    }

    private @Nullable SpaceEntity current(String key, @Nullable LocalDate validFrom, LocalDate today) {
        return (validFrom == null ? present(key, today) : spaces.findAt(key, validFrom)).orElse(null);
    }

    /** The space that has the key today, or had or will have it last. */
    private Optional<SpaceEntity> present(String key, LocalDate today) {
        return spaces.findAt(key, today).or(() -> spaces.findLatest(key));
    }

    /** A new span of a key that is in use at another time: the caller may have read the present space. */
    private void checkReadVersion(String key, IfMatch ifMatch, LocalDate today) {
        present(key, today).ifPresentOrElse(space -> ifMatch.check(space.version), ifMatch::checkAbsent);
    }

    private boolean isPresent(Space current, BoundaryReader.@Nullable Reading boundary) {
        return boundaries.has(current, boundary == null ? null : boundary.boundary());
    }

    private Stored<SpaceResponse> create(Space wanted, BoundaryReader.@Nullable Reading boundary) {
        SpaceEntity created = insert(wanted, null, clock.instant());
        return written(null, created, boundaries.set(created, boundary));
    }

    private Stored<SpaceResponse> change(
            SpaceEntity stored, Space before, Space wanted, BoundaryReader.@Nullable Reading boundary) {
        Instant now = clock.instant();
        SpaceEntity changed = stored;
        if (wanted.validFrom().equals(before.validFrom())) {
            stored.set(wanted, now);
        } else {
            stored.end(wanted.validFrom().minusDays(1), wanted.version(), now);
            spaces.flush();
            changed = insert(wanted, stored.extent, now);
            boundaries.copy(stored, changed);
        }
        List<SpaceWarning> warnings = isPresent(before, boundary) ? List.of() : boundaries.set(changed, boundary);
        spaces.flush();
        if (!before.path().equals(wanted.path())) {
            statements.movePaths(wanted.key(), wanted.path(), wanted.validFrom(), wanted.version());
        }
        return written(before, changed, warnings);
    }

    private SpaceEntity insert(Space wanted, SpaceEntity.@Nullable Extent extent, Instant now) {
        SpaceEntity space = new SpaceEntity();
        space.set(wanted, now);
        space.extent = extent;
        spaces.persist(space);
        return space;
    }

    private Stored<SpaceResponse> written(@Nullable Space before, SpaceEntity changed, List<SpaceWarning> warnings) {
        spaces.flush();
        List<Space> touched = statements.changedBy(changed.version);
        Space after = touched.stream()
                .filter(space -> space.id() == changed.id)
                .findFirst()
                .orElseThrow();
        audit.record(
                before == null ? "space-created" : "space-changed",
                "spaces/" + after.key(),
                before == null ? null : SpaceResponse.of(before),
                SpaceResponse.of(after));
        boolean isNew = before == null || before.id() != after.id();
        spaceEvents.of(touched, isNew ? after.id() : 0).forEach(events::publish);
        return new Stored<>(SpaceResponse.of(after).with(warnings), after.version(), before == null);
    }
}

package de.quartierwerk.registry.level;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.KeyPattern;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.Stored;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of levels. They belong to the whole installation: only a caller who may act everywhere changes them. */
@ApplicationScoped
public class LevelService {
    private static final String ADMINISTRATIVE = "administrative";

    private final LevelRepository levels;
    private final Outbox outbox;
    private final RequestEvents events;
    private final Audit audit;
    private final Caller caller;

    LevelService(LevelRepository levels, Outbox outbox, RequestEvents events, Audit audit, Caller caller) {
        this.levels = levels;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Where a list goes on.
     *
     * @param rank rank of the last level shown
     * @param code code of the last level shown
     */
    record Position(int rank, String code) {
        static final Position START = new Position(Integer.MIN_VALUE, "");

        static Position of(List<String> cursor) {
            return new Position(Integer.parseInt(cursor.get(0)), cursor.get(1));
        }
    }

    /** Whether there is a level of that code. */
    @Transactional
    public boolean exists(String code) {
        return levels.exists(code);
    }

    /** Rank of a level; empty where there is none of that code. */
    @Transactional
    public OptionalInt rank(String code) {
        SpaceLevel level = levels.findById(code);
        return level == null ? OptionalInt.empty() : OptionalInt.of(level.rank);
    }

    /** What a level says of its spaces. */
    @Transactional
    public LevelRules rules(String code) {
        return levels.findByIdOptional(code).map(SpaceLevel::rules).orElse(LevelRules.NONE);
    }

    /** Whether a space of the one level may lie in a space of the other, as far as their hierarchies say. */
    @Transactional
    public boolean mayLieIn(String level, String larger) {
        SpaceLevel own = levels.findById(level);
        SpaceLevel other = levels.findById(larger);
        return other.hierarchy.equals(ADMINISTRATIVE) || other.hierarchy.equals(own.hierarchy);
    }

    @Transactional
    LevelResponse get(String code) {
        return levels.findByIdOptional(code)
                .map(SpaceLevel::toResponse)
                .orElseThrow(() -> new NotFound("level.unknown", code));
    }

    @Transactional
    Page<LevelResponse> list(Position after, int limit) {
        return Page.of(
                levels.list(after.rank(), after.code(), limit + 1),
                limit,
                level -> List.of(Integer.toString(level.rank()), level.code()));
    }

    @Transactional
    Stored<LevelResponse> put(String code, LevelRequest request, IfMatch ifMatch) {
        caller.requireEverywhere();
        check(code, request);
        boolean created = levels.prepare(code);
        SpaceLevel level = getForChange(code);
        if (created) {
            ifMatch.checkAbsent();
            level.set(request.complete(null));
            levels.flush();
            return written(null, level);
        }
        ifMatch.check(level.version);
        LevelResponse before = level.toResponse();
        LevelDefinition wanted = request.complete(level.definition());
        if (wanted.equals(level.definition())) {
            return new Stored<>(before, before.version(), false);
        }
        checkSpaces(code, wanted);
        level.set(wanted);
        levels.flush();
        return written(before, level);
    }

    /** All levels as events, those that were taken back first, each in the order of their codes. */
    @Transactional
    public List<OutgoingEvent> events() {
        return Stream.concat(
                        levels.listWithdrawn().stream().map(LevelService::event),
                        levels.listAll(Sort.by("code")).stream().map(level -> event(level.toResponse())))
                .toList();
    }

    private static void check(String code, LevelRequest request) {
        List<InputError> errors = new ArrayList<>();
        if (request.keyPattern() != null && KeyPattern.of(request.keyPattern()).isEmpty()) {
            errors.add(InputError.at("/keyPattern", "level.key-pattern-malformed", request.keyPattern()));
        }
        SizeRecommendation size = request.sizeRecommendation();
        if (size != null && size.from() > size.to()) {
            errors.add(InputError.at("/sizeRecommendation", "level.size-reversed", null, size.from(), size.to()));
        }
        List<LevelAttribute> attributes = request.attributes() == null ? List.of() : request.attributes();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.get(i).name();
            if (!names.add(name)) {
                errors.add(InputError.at("/attributes/" + i + "/name", "level.attribute-doubled", name, name));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("level.invalid", errors, code);
        }
    }

    private void checkSpaces(String code, LevelDefinition wanted) {
        levels.findSpaceThatForbids(code, wanted.rank()).ifPresent(space -> {
            throw new Conflict("level.rank-conflict", code, wanted.rank(), space);
        });
        levels.findSpaceThatForbids(code, wanted.hierarchy()).ifPresent(space -> {
            throw new Conflict("level.hierarchy-conflict", code, wanted.hierarchy(), space);
        });
    }

    /** The level until the transaction ends; somebody else may just have taken it back. */
    private SpaceLevel getForChange(String code) {
        return levels.findForChange(code).orElseThrow(() -> new NotFound("level.unknown", code));
    }

    /** Takes back a level on which no space ever was. */
    @Transactional
    void delete(String code, IfMatch ifMatch) {
        caller.requireEverywhere();
        SpaceLevel level = getForChange(code);
        ifMatch.check(level.version);
        long spaces = levels.countSpaces(code);
        if (spaces > 0) {
            throw new Conflict("level.has-spaces", code, spaces);
        }
        LevelResponse before = level.toResponse();
        LevelWithdrawn withdrawn = levels.withdraw(level);
        audit.record("level-deleted", "levels/" + code, before, null);
        events.publish(event(withdrawn));
    }

    @Transactional
    void onStart(@Observes StartupEvent start) {
        for (SpaceLevel level : levels.findUnannouncedForChange()) {
            level.announced = true;
            outbox.publish(event(level.toResponse()));
        }
    }

    private Stored<LevelResponse> written(@Nullable LevelResponse before, SpaceLevel level) {
        LevelResponse after = level.toResponse();
        audit.record(before == null ? "level-created" : "level-changed", "levels/" + after.code(), before, after);
        events.publish(event(after));
        return new Stored<>(after, after.version(), before == null);
    }

    private static OutgoingEvent event(LevelResponse level) {
        return new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                level.code(),
                EventTypes.LEVEL_DEFINED,
                "levels/" + level.code(),
                level.version(),
                new LevelDefined(level.code(), level.name(), level.rank(), level.version()));
    }

    private static OutgoingEvent event(LevelWithdrawn level) {
        return new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                level.code(),
                EventTypes.LEVEL_WITHDRAWN,
                "levels/" + level.code(),
                level.version(),
                level);
    }
}

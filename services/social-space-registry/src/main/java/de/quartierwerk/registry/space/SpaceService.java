package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.ETags;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.boundary.Wkb;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.level.SpaceLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Rules of a single space's change. */
@ApplicationScoped
class SpaceService {
    private final SpaceRepository spaces;
    private final SpaceChanges changes;
    private final SpaceEvents events;
    private final LevelService levels;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    SpaceService(
            SpaceRepository spaces,
            SpaceChanges changes,
            SpaceEvents events,
            LevelService levels,
            Outbox outbox,
            Audit audit,
            Caller caller) {
        this.spaces = spaces;
        this.changes = changes;
        this.events = events;
        this.levels = levels;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What became of a write.
     *
     * @param space space as it is now
     * @param created whether the key was not in use before
     * @param event sequence of the last event, null when nothing changed
     */
    record Written(Space space, boolean created, Long event) {}

    /**
     * Creates or changes a space. The state given holds from {@code validFrom} on: where that is the first day of the
     * space that has the key then, or is left out, that space is corrected; otherwise it ends the day before and a new
     * one begins.
     */
    @Transactional
    Written put(String key, SpaceBody body, HttpHeaders headers, LocalDate today) {
        long version = changes.begin();
        Optional<Space> current = current(key, body.validFrom(), today);
        Space wanted = wanted(key, body, current, version, today);
        caller.requireWithin(wanted.path());
        current.ifPresent(space -> caller.requireWithin(space.path()));
        Optional<Boundary> boundary = boundary(body);
        if (current.isEmpty()) {
            return create(wanted, boundary);
        }
        Space old = current.get();
        boolean same =
                isSame(old, wanted) && boundary.map(b -> hasBoundary(old, b)).orElse(true);
        if (!same || headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
            ETags.requireMatch(headers, old.version());
        }
        return same ? new Written(old, false, null) : change(old, wanted, boundary);
    }

    private Optional<Space> current(String key, LocalDate validFrom, LocalDate today) {
        if (validFrom != null) {
            return spaces.findAt(key, validFrom);
        }
        return spaces.findAt(key, today).or(() -> spaces.findLatest(key));
    }

    private Space wanted(String key, SpaceBody body, Optional<Space> current, long version, LocalDate today) {
        LocalDate from =
                body.validFrom() == null ? current.map(Space::validFrom).orElse(today) : body.validFrom();
        List<InputError> errors = new ArrayList<>();
        if (body.key() != null && !body.key().equals(key)) {
            errors.add(InputError.at("/key", "space.key-differs", body.key(), key));
        }
        if (!Attributes.storable(body.name())) {
            errors.add(InputError.at("/name", "name-invalid", body.name()));
        }
        String level = level(body, current, errors);
        ObjectNode attributes = attributes(body, errors);
        List<String> path = path(key, body.parent(), level, from, errors);
        checkValidity(key, body, from, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("space.invalid", errors, key);
        }
        return new Space(
                current.map(Space::id).orElse(0L),
                key,
                body.name().strip(),
                level,
                body.parent(),
                path,
                from,
                lastDay(key, body, from),
                null,
                null,
                attributes,
                version);
    }

    private String level(SpaceBody body, Optional<Space> current, List<InputError> errors) {
        String level = body.level() == null ? current.map(Space::level).orElse(null) : body.level();
        if (level == null) {
            errors.add(InputError.at("/level", "space.level-missing", null));
        } else if (levels.find(level).isEmpty()) {
            errors.add(InputError.at("/level", "level.unknown", level, level));
        } else if (current.isPresent() && !current.get().level().equals(level)) {
            errors.add(InputError.at(
                    "/level", "space.level-fixed", level, current.get().level()));
        }
        return level;
    }

    private static ObjectNode attributes(SpaceBody body, List<InputError> errors) {
        if (body.attributes() == null || body.attributes().isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(body.attributes() instanceof ObjectNode attributes)) {
            errors.add(InputError.at("/attributes", "space.attributes-no-object", null));
            return JsonNodeFactory.instance.objectNode();
        }
        if (attributes.toString().length() > Attributes.LARGEST) {
            errors.add(InputError.at("/attributes", "attributes-too-large", null, Attributes.LARGEST));
        }
        if (!Attributes.storable(attributes)) {
            errors.add(InputError.at("/attributes", "attribute-invalid", null));
        }
        return attributes;
    }

    private List<String> path(String key, String parentKey, String level, LocalDate day, List<InputError> errors) {
        if (parentKey == null) {
            return List.of(key);
        }
        Optional<Space> parent = spaces.findAt(parentKey, day);
        if (parentKey.equals(key)) {
            errors.add(InputError.at("/parent", "parent-self", parentKey));
        } else if (parent.isEmpty()) {
            errors.add(InputError.at("/parent", "parent-unknown", parentKey, parentKey, day));
        } else if (level != null && rank(parent.get().level()) >= rank(level)) {
            errors.add(InputError.at(
                    "/parent",
                    "parent-not-larger",
                    parentKey,
                    parentKey,
                    parent.get().level(),
                    level));
        } else {
            List<String> path = new ArrayList<>(parent.get().path());
            path.add(key);
            return path;
        }
        return List.of(key);
    }

    private int rank(String level) {
        return levels.find(level).map(SpaceLevel::rank).orElse(Integer.MAX_VALUE);
    }

    private void checkValidity(String key, SpaceBody body, LocalDate from, List<InputError> errors) {
        LocalDate to = body.validTo();
        if (to == null) {
            return;
        }
        if (to.isBefore(from)) {
            errors.add(InputError.at("/validTo", "space.validity-reversed", to.toString(), from, to));
            return;
        }
        Optional<LocalDate> next = spaces.nextStart(key, from);
        if (next.isPresent() && !to.isBefore(next.get())) {
            errors.add(InputError.at("/validTo", "space.validity-overlaps", to.toString(), key, next.get()));
        }
        long children = spaces.childrenAfter(key, to);
        if (children > 0 && next.isEmpty()) {
            throw new Conflict("space.has-children", key, children, to);
        }
    }

    /** The last day given, or the day before the key is given anew. */
    private LocalDate lastDay(String key, SpaceBody body, LocalDate from) {
        return body.validTo() != null
                ? body.validTo()
                : spaces.nextStart(key, from).map(next -> next.minusDays(1)).orElse(null);
    }

    private Optional<Boundary> boundary(SpaceBody body) {
        if (body.geometry() == null || body.geometry().isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new BoundaryReader(Crs.EPSG_4326).read(body.geometry()).boundary());
        } catch (BoundaryFault e) {
            throw new Invalid(
                    "space.invalid",
                    List.of(InputError.at(
                            "/geometry", e.code(), e.value(), e.arguments().toArray())),
                    body.name());
        }
    }

    private static boolean isSame(Space old, Space wanted) {
        return old.name().equals(wanted.name())
                && Objects.equals(old.parent(), wanted.parent())
                && Objects.equals(old.validTo(), wanted.validTo())
                && old.attributes().equals(SpaceService::compareValues, wanted.attributes());
    }

    /** 1.50 and 1.5 are the same number. */
    private static int compareValues(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }

    private boolean hasBoundary(Space space, Boundary boundary) {
        Geometry present = spaces.boundaries(List.of(space.id())).get(space.id());
        return present != null && Arrays.equals(Wkb.write(present), Wkb.write(boundary.geometry()));
    }

    private Written create(Space wanted, Optional<Boundary> boundary) {
        long id = changes.insert(wanted);
        boundary.ifPresent(b -> setBoundary(id, wanted, b));
        return written(null, wanted, id);
    }

    private Written change(Space old, Space wanted, Optional<Boundary> boundary) {
        long id = old.id();
        if (wanted.validFrom().equals(old.validFrom())) {
            changes.update(wanted);
        } else {
            changes.end(old.id(), wanted.validFrom().minusDays(1), wanted.version());
            id = changes.insert(wanted);
            changes.copyBoundary(old.id(), id);
        }
        if (boundary.isPresent()) {
            setBoundary(id, wanted, boundary.get());
        }
        if (!old.path().equals(wanted.path())) {
            changes.movePaths(wanted.key(), wanted.path(), wanted.validFrom(), wanted.version());
        }
        return written(old, wanted, id);
    }

    /** Simplifies the boundary together with its neighbours', so that shared edges stay shared on the map. */
    private void setBoundary(long id, Space space, Boundary boundary) {
        List<Geometry> coverage = new ArrayList<>(List.of(boundary.geometry()));
        double tolerance =
                MapCoverage.tolerance(new double[] {boundary.areaSquareMetres().doubleValue()});
        for (SpaceRepository.Bounded neighbour : spaces.touching(boundary.box(), space.level(), space.validFrom())) {
            if (!neighbour.space().key().equals(space.key())) {
                coverage.add(neighbour.boundary());
                tolerance = neighbour.mapTolerance();
            }
        }
        Geometry onMap = new MapCoverage().simplify(coverage, tolerance).get(0);
        changes.setBoundary(id, boundary, onMap, tolerance);
    }

    private Written written(Space before, Space wanted, long id) {
        Space after = spaces.findAt(wanted.key(), wanted.validFrom()).orElseThrow();
        audit.record(
                before == null ? "space-created" : "space-changed",
                "spaces/" + after.key(),
                before == null ? null : SpaceAnswer.of(before),
                SpaceAnswer.of(after));
        long created = before == null || before.id() != id ? id : 0;
        Long last = null;
        for (OutgoingEvent event : events.ofChange(wanted.version(), created)) {
            last = outbox.publish(event);
        }
        return new Written(after, before == null, last);
    }
}

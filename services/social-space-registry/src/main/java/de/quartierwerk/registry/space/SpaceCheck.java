package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelRules;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.validity.Days;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a single space shall be against the registry and completes what was left out. */
@ApplicationScoped
class SpaceCheck {
    private static final String CONSISTS_OF = "/attributes/" + Attributes.CONSISTS_OF;

    private final SpaceRepository spaces;
    private final LevelService levels;

    SpaceCheck(SpaceRepository spaces, LevelService levels) {
        this.spaces = spaces;
        this.levels = levels;
    }

    /**
     * The space as it shall be; its measures stay open.
     *
     * @param current space that has the key on the first day of the new state
     * @param version number of the change
     * @throws Invalid with every fault and its place
     */
    Space complete(String key, SpaceRequest request, @Nullable Space current, long version, LocalDate today) {
        LocalDate from = validFrom(request, current, today);
        List<InputError> errors = new ArrayList<>();
        if (request.key() != null && !request.key().equals(key)) {
            errors.add(InputError.at("/key", "space.key-differs", request.key(), key));
        }
        if (!Attributes.storable(request.name())) {
            errors.add(InputError.at("/name", "name-invalid", request.name()));
        }
        if (request.shortName() != null && !Attributes.storable(request.shortName())) {
            errors.add(InputError.at("/shortName", "name-invalid", request.shortName()));
        }
        String level = level(request, current, errors);
        ObjectNode attributes = attributes(request.attributes(), errors);
        checkRules(key, level, attributes, errors);
        List<String> path = path(key, request.parent(), level, from, errors);
        checkParts(key, path, attributes, from, errors);
        Days.check("/validFrom", request.validFrom(), errors);
        Days.check("/validTo", request.validTo(), errors);
        checkValidity(key, request.validTo(), from, errors);
        if (level == null || !errors.isEmpty()) {
            throw new Invalid("space.invalid", errors, key);
        }
        return new Space(
                current == null ? 0 : current.id(),
                key,
                request.name().strip(),
                shortName(request),
                level,
                null,
                request.parent(),
                path,
                from,
                lastDay(key, request.validTo(), from),
                null,
                null,
                null,
                attributes,
                request.links() == null ? List.of() : request.links(),
                version);
    }

    /** The boundary that was given, if any, and what somebody should look at in it. */
    static BoundaryReader.@Nullable Reading boundary(SpaceRequest request) {
        if (request.geometry() == null || request.geometry().isNull()) {
            return null;
        }
        BoundaryReader.Reading reading = new BoundaryReader(Crs.EPSG_4326, false).read(request.geometry());
        if (!reading.faults().isEmpty()) {
            List<InputError> errors = reading.faults().stream()
                    .map(fault -> InputError.at(
                            "/geometry",
                            fault.code(),
                            fault.value(),
                            fault.arguments().toArray()))
                    .toList();
            throw new Invalid("space.invalid", errors, request.name());
        }
        return reading;
    }

    private static @Nullable String shortName(SpaceRequest request) {
        String name = request.shortName();
        return name == null || name.isBlank() ? null : name.strip();
    }

    private static LocalDate validFrom(SpaceRequest request, @Nullable Space current, LocalDate today) {
        if (request.validFrom() != null) {
            return request.validFrom();
        }
        return current == null ? today : current.validFrom();
    }

    private @Nullable String level(SpaceRequest request, @Nullable Space current, List<InputError> errors) {
        String level = request.level();
        if (level == null) {
            if (current == null) {
                errors.add(InputError.at("/level", "space.level-missing", null));
                return null;
            }
            return current.level();
        }
        if (!levels.exists(level)) {
            errors.add(InputError.at("/level", "level.unknown", level, level));
        } else if (current != null && !current.level().equals(level)) {
            errors.add(InputError.at("/level", "space.level-fixed", level, current.level()));
        }
        return level;
    }

    static ObjectNode attributes(@Nullable JsonNode given, List<InputError> errors) {
        if (given == null || given.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(given instanceof ObjectNode attributes)) {
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

    /** Checks what the level says of its spaces, and brings attributes into their types. */
    private void checkRules(String key, @Nullable String level, ObjectNode attributes, List<InputError> errors) {
        LevelRules rules = level == null ? LevelRules.NONE : levels.rules(level);
        rules.patternAgainst(key)
                .ifPresent(pattern -> errors.add(InputError.at("/key", "key-pattern-differs", key, pattern)));
        rules.type(
                attributes,
                (attribute, value) -> errors.add(InputError.at(
                        "/attributes/" + attribute.name(),
                        "attribute-type",
                        value.asText(),
                        attribute.name(),
                        attribute.typeName())));
        rules.missing(attributes)
                .forEach(name -> errors.add(InputError.at("/attributes/" + name, "attribute-missing", null, name)));
    }

    private List<String> path(
            String key, @Nullable String parentKey, @Nullable String level, LocalDate day, List<InputError> errors) {
        if (parentKey == null) {
            return List.of(key);
        }
        if (parentKey.equals(key)) {
            errors.add(InputError.at("/parent", "parent-self", parentKey));
            return List.of(key);
        }
        Optional<SpaceEntity> parent = spaces.findAt(parentKey, day);
        if (parent.isEmpty()) {
            errors.add(InputError.at("/parent", "parent-unknown", parentKey, parentKey, day));
            return List.of(key);
        }
        String parentLevel = parent.get().level;
        if (level != null && rank(parentLevel) >= rank(level)) {
            errors.add(InputError.at("/parent", "parent-not-larger", parentKey, parentKey, parentLevel, level));
        }
        if (level != null && levels.exists(level) && !levels.mayLieIn(level, parentLevel)) {
            errors.add(InputError.at("/parent", "parent-other-hierarchy", parentKey, parentKey, parentLevel, level));
        }
        List<String> path = new ArrayList<>(parent.get().path);
        path.add(key);
        return path;
    }

    /** A space cannot consist of spaces that are not there, or of itself, over however many steps. */
    private void checkParts(
            String key, List<String> path, ObjectNode attributes, LocalDate day, List<InputError> errors) {
        for (String part : Attributes.consistsOf(attributes)) {
            if (!part.equals(key) && spaces.findAt(part, day).isEmpty()) {
                errors.add(InputError.at(CONSISTS_OF, "consists-of-unknown", part, part, day));
            } else if (reaches(part, path, day, new HashSet<>())) {
                errors.add(InputError.at(CONSISTS_OF, "consists-of-circle", part, part));
            }
        }
    }

    private boolean reaches(String part, List<String> path, LocalDate day, Set<String> seen) {
        if (path.contains(part)) {
            return true;
        }
        return seen.add(part)
                && spaces.findAt(part, day).stream()
                        .flatMap(space -> Attributes.consistsOf(space.attributes).stream())
                        .anyMatch(next -> reaches(next, path, day, seen));
    }

    private int rank(String level) {
        return levels.rank(level).orElse(Integer.MAX_VALUE);
    }

    private void checkValidity(String key, @Nullable LocalDate to, LocalDate from, List<InputError> errors) {
        if (to == null) {
            return;
        }
        if (to.isBefore(from)) {
            errors.add(InputError.at("/validTo", "space.validity-reversed", to.toString(), from, to));
            return;
        }
        Optional<LocalDate> next = spaces.findNextStart(key, from);
        if (next.isPresent() && !to.isBefore(next.get())) {
            errors.add(InputError.at("/validTo", "space.validity-overlaps", to.toString(), key, next.get()));
        }
        long children = spaces.countChildrenAfter(key, to);
        if (children > 0 && next.isEmpty()) {
            throw new Conflict("space.has-children", key, children, to);
        }
    }

    /** The last day given, or the day before a new space gets the key. */
    private @Nullable LocalDate lastDay(String key, @Nullable LocalDate given, LocalDate from) {
        return given != null
                ? given
                : spaces.findNextStart(key, from).map(next -> next.minusDays(1)).orElse(null);
    }
}

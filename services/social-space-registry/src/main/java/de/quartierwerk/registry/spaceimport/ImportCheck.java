package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.validity.Days;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks the options of an import. */
@ApplicationScoped
class ImportCheck {
    private static final int LONGEST_KEY = 64;

    private final ObjectMapper json;
    private final LevelService levels;
    private final Clock clock;

    ImportCheck(ObjectMapper json, LevelService levels, Clock clock) {
        this.json = json;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * Reads the options and fills in what was left out.
     *
     * @throws JsonProcessingException when they are no JSON or hold a wrong type or an unknown field
     */
    ImportOptions options(@Nullable String text) throws JsonProcessingException {
        ImportRequest request = text == null || text.isBlank() ? null : json.readValue(text, ImportRequest.class);
        if (request == null) {
            throw Invalid.parameter("options", null, "parameter.missing", "options");
        }
        List<InputError> errors = new ArrayList<>();
        checkLevel(request.level(), errors);
        checkProperty("/keyProperty", request.keyProperty(), errors);
        checkProperty("/nameProperty", request.nameProperty(), errors);
        checkProperty("/shortNameProperty", request.shortNameProperty(), errors);
        checkProperty("/validFromProperty", request.validFromProperty(), errors);
        checkProperty("/validToProperty", request.validToProperty(), errors);
        if (request.parent() != null) {
            checkParent(request.parent(), errors);
        }
        if (request.key() != null) {
            checkKey(request, request.key(), errors);
        }
        if (request.where() != null) {
            checkNamed("/where/column", request.where().column(), errors);
            if (!request.where().namesOneWay()) {
                errors.add(InputError.at("/where", "import.where-ambiguous", null));
            }
        }
        if (request.crs() != null && Crs.of(request.crs()).isEmpty()) {
            errors.add(InputError.at(
                    "/crs", "import.crs-unknown", request.crs(), request.crs(), String.join(", ", Crs.codes())));
        }
        Days.check("/validFrom", request.validFrom(), errors);
        Double tolerance = request.tolerance();
        if (tolerance != null && !(tolerance >= 0 && tolerance <= ImportRequest.LARGEST_TOLERANCE)) {
            errors.add(InputError.at("/tolerance", "import.tolerance-out-of-range", tolerance.toString(), (int)
                    ImportRequest.LARGEST_TOLERANCE));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("import.options-invalid", errors);
        }
        return request.complete(LocalDate.now(clock), levels.rules(request.level()));
    }

    private void checkLevel(@Nullable String level, List<InputError> errors) {
        if (level == null || level.isBlank()) {
            errors.add(InputError.at("/level", "space.level-missing", level));
        } else if (!Keys.isKey(level)) {
            errors.add(InputError.at("/level", "key.malformed", level, "level"));
        } else if (!levels.exists(level)) {
            errors.add(InputError.at("/level", "level.unknown", level, level));
        }
    }

    private static void checkProperty(String pointer, @Nullable String name, List<InputError> errors) {
        if (name != null && name.isBlank()) {
            errors.add(InputError.at(pointer, "import.property-blank", name));
        }
    }

    private static void checkNamed(String pointer, @Nullable String name, List<InputError> errors) {
        if (name == null || name.isBlank()) {
            errors.add(InputError.at(pointer, "import.property-blank", name));
        }
    }

    private static void checkKey(ImportRequest request, KeyRule key, List<InputError> errors) {
        if (request.keyProperty() != null) {
            errors.add(InputError.at("/key", "import.key-ambiguous", null));
        }
        checkNamed("/key/property", key.property(), errors);
        checkLength("/key/padTo", key.padTo(), errors);
    }

    private static void checkLength(String pointer, @Nullable Integer length, List<InputError> errors) {
        if (length != null && (length < 1 || length > LONGEST_KEY)) {
            errors.add(InputError.at(pointer, "import.length-out-of-range", length.toString(), LONGEST_KEY));
        }
    }

    private static void checkParent(ParentRule parent, List<InputError> errors) {
        if (!parent.namesOneWay()) {
            errors.add(InputError.at("/parent", "import.parent-ambiguous", null));
        }
        checkProperty("/parent/property", parent.property(), errors);
        checkLength("/parent/padTo", parent.padTo(), errors);
        if (parent.prefixOfKey() != null && (parent.prefixOfKey() < 1 || parent.prefixOfKey() > 63)) {
            errors.add(InputError.at(
                    "/parent/prefixOfKey",
                    "import.prefix-out-of-range",
                    parent.prefixOfKey().toString()));
        }
        if (parent.key() != null && !Keys.isKey(parent.key())) {
            errors.add(InputError.at("/parent/key", "key.malformed", parent.key(), "parent"));
        }
    }
}

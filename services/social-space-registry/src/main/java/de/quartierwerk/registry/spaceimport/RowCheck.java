package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.level.LevelRules;
import de.quartierwerk.registry.space.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks rows one after the other and hands on the good ones and the findings. It knows only the file; the database
 * checks what depends on the registry.
 */
final class RowCheck {
    private static final int LONGEST_NAME = 200;

    private final LevelRules rules;
    private final RowSink sink;

    private int row;
    private @Nullable String key;
    private boolean good;
    private boolean heightsTold;

    /** Checks rows of a level that says this of its spaces. */
    RowCheck(LevelRules rules, RowSink sink) {
        this.rules = rules;
        this.sink = sink;
    }

    /** Starts the next row with its key as delivered. */
    void begin(int number, @Nullable String deliveredKey) {
        row = number;
        key = deliveredKey;
        good = true;
    }

    /** Adds a fault of the present row, which leaves the row out. */
    void fault(String code, @Nullable String value, String... arguments) {
        good = false;
        sink.finding(Finding.error(row, key, code, value, List.of(arguments)));
    }

    /** Adds something that somebody should look at in the present row. */
    void warning(String code, @Nullable String value, String... arguments) {
        sink.finding(Finding.warning(row, key, code, value, List.of(arguments)));
    }

    /** Tells of a column of our own export that says something else than the attributes, which count. */
    void ownColumns(JsonNode columns, ObjectNode attributes) {
        OwnColumns.differing(columns, attributes)
                .ifPresent(name ->
                        warning("attribute-ambiguous", columns.path(name).asText(), name));
    }

    /** Adds something that was done with the present row and that is most likely right. */
    void hint(String code, @Nullable String value, String... arguments) {
        sink.finding(new Finding(row, key, code, Finding.Severity.HINT, value, null, List.of(arguments)));
    }

    /** Adds what is wrong with the present row's boundary; that heights are left out is told once. */
    void boundary(BoundaryReader.Reading reading) {
        reading.faults().forEach(this::fault);
        reading.warnings().forEach(this::warning);
        if (reading.heights() && !heightsTold) {
            heightsTold = true;
            hint("heights-dropped", null);
        }
    }

    /** Adds a fault of the present row's boundary, which leaves the row out. */
    void fault(BoundaryFault fault) {
        good = false;
        add(Finding.Severity.ERROR, fault);
    }

    /** Adds something that somebody should look at in the present row's boundary. */
    void warning(BoundaryFault fault) {
        add(Finding.Severity.WARNING, fault);
    }

    private void add(Finding.Severity severity, BoundaryFault fault) {
        sink.finding(new Finding(row, key, fault.code(), severity, fault.value(), fault.place(), fault.arguments()));
    }

    /** Checks the present row's own values. */
    void check(@Nullable String name, @Nullable String parent, ObjectNode attributes) {
        if (key == null || key.isBlank()) {
            fault("key-missing", null);
        } else if (!Keys.isKey(key)) {
            fault("key-invalid", key);
        } else if (key.equals(parent)) {
            fault("parent-self", parent);
        } else {
            String faulty = key;
            rules.patternAgainst(key).ifPresent(pattern -> fault("key-pattern-differs", faulty, pattern));
        }
        if (parent != null && !Keys.isKey(parent)) {
            fault("parent-invalid", parent);
        }
        checkName(name);
        checkAttributes(attributes);
        rules.type(
                attributes,
                (attribute, value) -> fault("attribute-type", value.asText(), attribute.name(), attribute.typeName()));
    }

    /** Takes the present row unless it has a fault. */
    void end(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String parent,
            ObjectNode attributes,
            @Nullable Boundary boundary,
            Span span) {
        if (shortName != null && shortName.length() > LONGEST_NAME) {
            fault("name-too-long", shortName, Integer.toString(LONGEST_NAME));
        } else if (shortName != null && !isText(shortName)) {
            fault("name-invalid", shortName);
        }
        if (!good || key == null || name == null) {
            return;
        }
        sink.row(new SpaceRow(row, key, name.strip(), shortName, parent, attributes, boundary, span));
    }

    private void checkName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            fault("name-missing", null);
        } else if (name.length() > LONGEST_NAME) {
            fault("name-too-long", name, Integer.toString(LONGEST_NAME));
        } else if (!isText(name)) {
            fault("name-invalid", name);
        }
    }

    private static boolean isText(String text) {
        return Attributes.storable(text) && text.chars().noneMatch(Character::isISOControl);
    }

    private void checkAttributes(ObjectNode attributes) {
        if (attributes.toString().length() > Attributes.LARGEST) {
            fault("attributes-too-large", null, Integer.toString(Attributes.LARGEST));
        }
        attributes.properties().stream()
                .filter(entry -> !Attributes.storable(entry.getKey()) || !Attributes.storable(entry.getValue()))
                .findFirst()
                .ifPresent(entry -> fault("attribute-invalid", entry.getKey()));
    }
}

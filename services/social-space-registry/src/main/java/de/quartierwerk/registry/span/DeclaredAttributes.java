package de.quartierwerk.registry.span;

import de.quartierwerk.registry.level.LevelAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of attributes that a level declares: they are there even where no space has a value. */
final class DeclaredAttributes {
    private DeclaredAttributes() {}

    /** Declared attributes in their order, then the others that were found. */
    static List<AttributeColumn> before(List<AttributeColumn> found, List<LevelAttribute> declared) {
        Map<String, AttributeColumn> others = new LinkedHashMap<>();
        found.forEach(column -> others.put(column.name(), column));
        List<AttributeColumn> columns = new ArrayList<>();
        for (LevelAttribute attribute : declared) {
            AttributeColumn.Type type = type(attribute.type());
            AttributeColumn present = others.remove(attribute.name());
            columns.add(
                    present == null
                            ? new AttributeColumn(attribute.name(), type, 1)
                            : new AttributeColumn(
                                    attribute.name(),
                                    holds(type, present.type()) ? type : present.type(),
                                    present.bytes()));
        }
        others.values()
                .forEach(column -> columns.add(
                        column.type() == AttributeColumn.Type.DATE
                                ? new AttributeColumn(column.name(), AttributeColumn.Type.TEXT, column.bytes())
                                : column));
        return columns;
    }

    private static AttributeColumn.Type type(LevelAttribute.Type declared) {
        return switch (declared) {
            case TEXT -> AttributeColumn.Type.TEXT;
            case INTEGER -> AttributeColumn.Type.INTEGER;
            case DECIMAL -> AttributeColumn.Type.DECIMAL;
            case DATE -> AttributeColumn.Type.DATE;
            case BOOLEAN -> AttributeColumn.Type.BOOLEAN;
        };
    }

    /** Values may be older than the declaration, which does not change them. */
    private static boolean holds(AttributeColumn.Type column, AttributeColumn.Type values) {
        return column == values
                || column == AttributeColumn.Type.TEXT
                || (column == AttributeColumn.Type.DECIMAL && values == AttributeColumn.Type.INTEGER);
    }
}

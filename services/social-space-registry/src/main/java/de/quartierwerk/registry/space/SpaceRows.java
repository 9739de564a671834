package de.quartierwerk.registry.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** How spaces are read from rows of the table {@code space} under the alias {@code s}. */
final class SpaceRows {
    static final String COLUMNS = "s.id, s.key, s.name, s.level, s.parent, s.path, s.valid_from, s.valid_to,"
            + " s.area_square_metres, s.lon, s.lat, s.attributes::text as attributes, s.version";

    private static final ObjectReader OBJECTS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(ObjectNode.class);

    private SpaceRows() {}

    static Space space(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        LonLat centroid = row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
        return new Space(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("level"),
                row.getString("parent"),
                List.of((String[]) row.getArray("path").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"),
                centroid,
                object(row.getString("attributes")),
                row.getLong("version"));
    }

    private static ObjectNode object(String json) {
        try {
            return OBJECTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored attributes cannot be read", e);
        }
    }
}

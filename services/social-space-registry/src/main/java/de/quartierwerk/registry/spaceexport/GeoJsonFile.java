package de.quartierwerk.registry.spaceexport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.level.LevelAttribute;
import de.quartierwerk.registry.span.PositionText;
import de.quartierwerk.registry.span.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A level as GeoJSON, each space as the registry lists it. The same spaces give the same bytes. */
final class GeoJsonFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> OWN = List.of(
            "key",
            "name",
            "shortName",
            "level",
            "parent",
            "validFrom",
            "validTo",
            "areaSquareMetres",
            "centroid",
            "labelLon",
            "labelLat",
            "attributes");

    private final JsonGenerator json;
    private final PositionText positions;
    /** Properties of declared attributes by their names. */
    private final Map<String, String> properties = new LinkedHashMap<>();

    private GeoJsonFile(JsonGenerator json, Crs crs, List<LevelAttribute> declared) {
        this.json = json;
        ColumnNames names = new ColumnNames(Integer.MAX_VALUE);
        OWN.forEach(names::take);
        declared.forEach(attribute -> properties.put(attribute.name(), names.take(attribute.name())));
        this.positions = new PositionText(Placed.isDegrees(crs), false);
    }

    static void write(ExportOrder order, List<LevelAttribute> declared, Iterator<Span> spans, OutputStream output)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(output).setCodec(new ObjectMapper(JSON))) {
            new GeoJsonFile(json, order.crs(), declared).write(order, spans);
        }
    }

    private void write(ExportOrder order, Iterator<Span> spans) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("name", order.levels().get(0));
        json.writeStringField("asOf", order.asOf().toString());
        writeText("source", order.source());
        writeText("licence", order.licence());
        if (order.crs() != Crs.EPSG_4326) {
            // RFC 7946 knows WGS84 only; programs read the member of its predecessor
            json.writeObjectFieldStart("crs");
            json.writeStringField("type", "name");
            json.writeObjectFieldStart("properties");
            json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + CrsDefinitions.number(order.crs()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeArrayFieldStart("features");
        Placed placed = new Placed(order.crs());
        while (spans.hasNext()) {
            json.writeRaw('\n');
            write(spans.next(), placed);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(Span span, Placed placed) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", span.key());
        json.writeFieldName("geometry");
        if (span.boundary() == null) {
            json.writeNull();
        } else {
            json.writeRawValue(positions.geometry(placed.of(span.boundary())).toString());
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("key", span.key());
        json.writeStringField("name", span.name());
        writeText("shortName", span.shortName());
        json.writeStringField("level", span.level());
        json.writeStringField("parent", span.parent());
        json.writeStringField("validFrom", span.validFrom().toString());
        writeText("validTo", span.validTo());
        json.writeFieldName("areaSquareMetres");
        json.writeNumber(span.areaSquareMetres());
        json.writeObjectField("centroid", span.centroid());
        LonLat label = span.labelPoint();
        json.writeObjectField("labelLon", label == null ? null : label.lon());
        json.writeObjectField("labelLat", label == null ? null : label.lat());
        json.writeFieldName("attributes");
        json.writeTree(span.attributes());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            JsonNode value = span.attributes().get(property.getKey());
            json.writeObjectField(property.getValue(), value);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeText(String name, @Nullable Object value) throws IOException {
        json.writeStringField(name, value == null ? null : value.toString());
    }
}

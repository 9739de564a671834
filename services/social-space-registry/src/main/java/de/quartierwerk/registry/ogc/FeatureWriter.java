package de.quartierwerk.registry.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.registry.span.PositionText;
import de.quartierwerk.registry.span.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes features as GeoJSON with flat properties. */
final class FeatureWriter implements AutoCloseable {
    /** Names that attributes cannot have beside them. */
    static final Set<String> OWN = Set.of("key", "name", "level", "parent", "validFrom", "validTo", "areaSquareMetres");

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private final JsonGenerator json;
    private final FeatureCrs crs;
    private final PositionText positions;

    FeatureWriter(OutputStream output, FeatureCrs crs) throws IOException {
        this.json = JSON.createGenerator(output).setCodec(MAPPER);
        this.crs = crs;
        this.positions = new PositionText(crs.isDegrees(), crs.isLatitudeFirst());
    }

    /** A collection of all features of a page. */
    void write(ItemsPage page, Instant now, Links links) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("timeStamp", now.toString());
        json.writeNumberField("numberMatched", page.matched());
        json.writeArrayFieldStart("features");
        while (page.hasNext()) {
            write(page.next(), List.of());
        }
        json.writeEndArray();
        json.writeNumberField("numberReturned", page.returned());
        json.writeObjectField("links", links.of(page));
        json.writeEndObject();
    }

    /** The links of a page, once it has been read. */
    @FunctionalInterface
    interface Links {
        List<Link> of(ItemsPage page);
    }

    void write(Span span, List<Link> links) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", FeatureId.of(span.position()));
        json.writeFieldName("geometry");
        if (span.boundary() == null) {
            json.writeNull();
        } else {
            json.writeRawValue(
                    positions.geometry(crs.fromWgs84(span.boundary())).toString());
        }
        json.writeObjectFieldStart("properties");
        properties(span);
        json.writeEndObject();
        if (!links.isEmpty()) {
            json.writeObjectField("links", links);
        }
        json.writeEndObject();
    }

    private void properties(Span span) throws IOException {
        json.writeStringField("key", span.key());
        json.writeStringField("name", span.name());
        json.writeStringField("level", span.level());
        json.writeStringField("parent", span.parent());
        json.writeStringField("validFrom", span.validFrom().toString());
        json.writeStringField(
                "validTo", span.validTo() == null ? null : span.validTo().toString());
        json.writeFieldName("areaSquareMetres");
        json.writeNumber(span.areaSquareMetres());
        for (Map.Entry<String, JsonNode> attribute : span.attributes().properties()) {
            json.writeFieldName(propertyOf(attribute.getKey()));
            if (attribute.getValue().isContainerNode()) {
                json.writeString(attribute.getValue().toString());
            } else {
                json.writeTree(attribute.getValue());
            }
        }
    }

    /** The property that holds an attribute. */
    static String propertyOf(String attribute) {
        return OWN.contains(attribute) ? "attribute." + attribute : attribute;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

package de.quartierwerk.registry.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.registry.boundary.LonLat;
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
    static final Set<String> OWN = Set.of(
            "key",
            "name",
            "shortName",
            "level",
            "parent",
            "validFrom",
            "validTo",
            "areaSquareMetres",
            "labelLon",
            "labelLat");

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private final JsonGenerator json;
    private final FeatureCrs crs;
    private final PositionText positions;
    private final List<String> declared;

    /**
     * A writer of one answer.
     *
     * @param declared attributes that every feature shows, with or without a value
     */
    FeatureWriter(OutputStream output, FeatureCrs crs, List<String> declared) throws IOException {
        this.json = JSON.createGenerator(output).setCodec(MAPPER);
        this.crs = crs;
        this.declared = List.copyOf(declared);
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
        json.writeStringField("shortName", span.shortName());
        json.writeStringField("level", span.level());
        json.writeStringField("parent", span.parent());
        json.writeStringField("validFrom", span.validFrom().toString());
        json.writeStringField(
                "validTo", span.validTo() == null ? null : span.validTo().toString());
        json.writeFieldName("areaSquareMetres");
        json.writeNumber(span.areaSquareMetres());
        LonLat label = span.labelPoint();
        if (label == null) {
            json.writeNullField("labelLon");
            json.writeNullField("labelLat");
        } else {
            json.writeNumberField("labelLon", label.lon());
            json.writeNumberField("labelLat", label.lat());
        }
        for (String name : declared) {
            attribute(name, span.attributes().path(name));
        }
        for (Map.Entry<String, JsonNode> attribute : span.attributes().properties()) {
            if (!declared.contains(attribute.getKey())) {
                attribute(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private void attribute(String name, JsonNode value) throws IOException {
        json.writeFieldName(propertyOf(name));
        if (value.isMissingNode()) {
            json.writeNull();
        } else if (value.isContainerNode()) {
            json.writeString(value.toString());
        } else {
            json.writeTree(value);
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

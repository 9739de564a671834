package de.quartierwerk.demonstration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import de.quartierwerk.demonstration.territory.Area;
import de.quartierwerk.demonstration.values.SpaceSeries;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a region as the files that offices deliver: boundaries as GeoJSON, counts as a wide German spreadsheet export
 * (Windows-1252, semicolons, dots between thousands), ratios as a long CSV with numerators and denominators. Everything
 * is written space by space, so that a region of any size needs little memory.
 */
public final class RegionFiles {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String KEY = "schluessel";
    private static final String NAME = "name";
    private static final String PARENT = "gehoert_zu";
    private static final String SPACE = "Schlüssel";
    private static final String YEAR = "Jahr";

    /** Code of the indicator of the table with few cases. */
    public static final String FAMILIES_CODE = "families-in-emergency-housing";

    private static final int[] FAMILIES = {17, 9, 31, 14, 25, 11, 0, 22};

    private final DemonstrationRegion region;
    private final ObjectMapper json = new ObjectMapper();

    /** Files of this region. */
    public RegionFiles(DemonstrationRegion region) {
        this.region = region;
    }

    /** Writes areas as a GeoJSON FeatureCollection in EPSG:4326. */
    public void boundaries(List<Area> areas, OutputStream out) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("type", "FeatureCollection");
            generator.writeStringField(NAME, "Demonstrationsregion (erfunden)");
            generator.writeArrayFieldStart("features");
            for (Area area : areas) {
                feature(area, generator);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    /** The options with which {@link #boundaries} is imported. */
    public ObjectNode boundaryOptions(String level, boolean withParent) {
        ObjectNode options = json.createObjectNode()
                .put("level", level)
                .put("keyProperty", KEY)
                .put("nameProperty", NAME)
                .put("validFrom", region.settings().firstYear() + "-01-01")
                .put("crs", "EPSG:4326")
                .put("atomic", true)
                // the made-up region lies in the sea, a large one beyond Germany's waters
                .put("anywhere", true);
        if (withParent) {
            options.putObject("parent").put("property", PARENT);
        }
        return options;
    }

    /** Writes the counts of some years, a row per space and year, a column per indicator. */
    public void counts(int fromYear, int toYear, OutputStream out) throws IOException {
        counts(fromYear, toYear, region.territory().spaces().size(), out);
    }

    /** The same for the first {@code spaces} spaces only. */
    public void counts(int fromYear, int toYear, int spaces, OutputStream out) throws IOException {
        List<DemonstrationIndicator> counts = countIndicators();
        DecimalFormat german = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        try (CsvWriter csv = csv(out, WINDOWS)) {
            List<String> header = new ArrayList<>(List.of(SPACE, "Name", YEAR));
            counts.forEach(indicator -> header.add(indicator.name()));
            csv.writeRecord(header);
            for (int s = 0; s < spaces; s++) {
                Area space = region.territory().spaces().get(s);
                SpaceSeries series = region.series(s);
                for (int year = fromYear; year <= toYear; year++) {
                    List<String> row = new ArrayList<>(List.of(space.key(), space.name(), Integer.toString(year)));
                    for (DemonstrationIndicator indicator : counts) {
                        row.add(german.format(series.get(indicator.count(), year)));
                    }
                    csv.writeRecord(row);
                }
            }
        }
    }

    /** The mapping with which {@link #counts} is submitted. */
    public ObjectNode countMapping() {
        ObjectNode mapping = json.createObjectNode()
                .put("layout", "wide")
                .put("level", DemonstrationRegion.LEVEL)
                .put("spaceColumn", SPACE)
                .put("periodColumn", YEAR)
                .put("delimiter", ";")
                .put("decimal", ",")
                .put("grouping", ".")
                .put("charset", WINDOWS.name());
        ObjectNode columns = mapping.putObject("columns");
        countIndicators()
                .forEach(indicator -> columns.putObject(indicator.name()).put("indicator", indicator.code()));
        return mapping;
    }

    /** Writes the ratios of some years, a row per value. */
    public void fractions(int fromYear, int toYear, OutputStream out) throws IOException {
        List<DemonstrationIndicator> fractions = region.indicators().stream()
                .filter(DemonstrationIndicator::fraction)
                .toList();
        try (CsvWriter csv = csv(out, StandardCharsets.UTF_8)) {
            csv.writeRecord("Raum", "Kennzahl", YEAR, "Zähler", "Nenner");
            for (int s = 0; s < region.territory().spaces().size(); s++) {
                String key = region.territory().spaces().get(s).key();
                SpaceSeries series = region.series(s);
                for (int year = fromYear; year <= toYear; year++) {
                    for (DemonstrationIndicator indicator : fractions) {
                        csv.writeRecord(
                                key,
                                indicator.code(),
                                Integer.toString(year),
                                Integer.toString(series.get(indicator.numeratorCount(), year)),
                                Integer.toString(series.get(indicator.denominatorCount(), year)));
                    }
                }
            }
        }
    }

    /** The mapping with which {@link #fractions} is submitted. */
    public ObjectNode fractionMapping() {
        return json.createObjectNode()
                .put("layout", "long")
                .put("level", DemonstrationRegion.LEVEL)
                .put("spaceColumn", "Raum")
                .put("indicatorColumn", "Kennzahl")
                .put("periodColumn", YEAR)
                .put("numeratorColumn", "Zähler")
                .put("denominatorColumn", "Nenner")
                .put("delimiter", ";")
                .put("charset", "UTF-8");
    }

    /**
     * Writes a small table with few cases: families in emergency housing of the first municipality, one space with 2.
     * Released, it shows a primary and a secondary suppression.
     */
    public void families(OutputStream out) throws IOException {
        List<Area> spaces = region.territory().spaces();
        String municipality = spaces.get(0).parent();
        try (CsvWriter csv = csv(out, StandardCharsets.UTF_8)) {
            csv.writeRecord("Raum", "Familien");
            int number = 0;
            for (Area space : spaces) {
                if (space.parent().equals(municipality)) {
                    csv.writeRecord(
                            space.key(), Integer.toString(number == 0 ? 2 : FAMILIES[number % FAMILIES.length]));
                    number++;
                }
            }
        }
    }

    /** The mapping with which {@link #families} is submitted. */
    public ObjectNode familyMapping() {
        ObjectNode mapping = json.createObjectNode()
                .put("layout", "wide")
                .put("level", DemonstrationRegion.LEVEL)
                .put("spaceColumn", "Raum")
                .put("period", Integer.toString(region.settings().lastYear()))
                .put("delimiter", ";")
                .put("charset", "UTF-8");
        mapping.putObject("columns").putObject("Familien").put("indicator", FAMILIES_CODE);
        return mapping;
    }

    /** The body with which the indicator of {@link #families} is put into the catalogue. */
    public ObjectNode familyDefinition() {
        return json.createObjectNode()
                .put("name", "Familien in Notunterkünften")
                .put("description", "Zeigt, was die Geheimhaltung unterdrückt (erfunden)")
                .put("unit", "persons")
                .put("kind", "count")
                .put("polarity", "burden")
                .put("theme", "housing")
                .put("minimumCount", 3)
                .put("referenceDate", "--12-31")
                .put("source", "Erfundene Werte der Demonstrationsregion; kein wirklicher Ort")
                .put("licence", "CC0-1.0")
                .put("periodicity", "P1Y");
    }

    private List<DemonstrationIndicator> countIndicators() {
        return region.indicators().stream()
                .filter(indicator -> indicator.count() != null)
                .toList();
    }

    private static CsvWriter csv(OutputStream out, Charset charset) {
        return CsvWriter.builder().fieldSeparator(';').build(new OutputStreamWriter(out, charset));
    }

    private static void feature(Area area, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("type", "Feature");
        generator.writeObjectFieldStart("properties");
        generator.writeStringField(KEY, area.key());
        generator.writeStringField(NAME, area.name());
        if (area.parent() != null) {
            generator.writeStringField(PARENT, area.parent());
        }
        generator.writeBooleanField("erfunden", true);
        generator.writeEndObject();
        generator.writeObjectFieldStart("geometry");
        generator.writeStringField("type", "MultiPolygon");
        generator.writeArrayFieldStart("coordinates");
        Geometry boundary = area.boundary();
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            polygon((Polygon) boundary.getGeometryN(i), generator);
        }
        generator.writeEndArray();
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private static void polygon(Polygon polygon, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        ring(polygon.getExteriorRing(), generator);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i), generator);
        }
        generator.writeEndArray();
    }

    private static void ring(LinearRing ring, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (Coordinate point : ring.getCoordinates()) {
            generator.writeArray(new double[] {point.x, point.y}, 0, 2);
        }
        generator.writeEndArray();
    }
}

package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.registry.RealData;
import de.quartierwerk.registry.boundary.Boundary;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceFileTest {
    private static final String RING = "[[[13.40,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.51],[13.40,52.50]]]";

    @TempDir
    Path folder;

    private @Nullable String parent;
    private @Nullable String crs;

    @Test
    void readsBerlinsPlanningAreas() throws Exception {
        parent = "{'prefixOfKey':6}";

        SpaceRows rows = SpaceRows.read(RealData.file("berlin-lor/planning-areas-2020.geojson"), options("id"));

        assertThat(rows.received()).isEqualTo(448);
        assertThat(rows.rows()).hasSize(448);
        assertThat(rows.findings()).isEmpty();
        SpaceRow first = rows.rows().get(0);
        assertThat(first.key()).isEqualTo("01011101");
        assertThat(first.name()).isEqualTo("Stülerstraße");
        assertThat(first.parent()).isEqualTo("010111");
        assertThat(first.attributes().get("area").decimalValue().toPlainString())
                .isEqualTo("366755.5");
        for (SpaceRow row : rows.rows()) {
            double published = row.attributes().get("area").doubleValue();
            assertThat(boundary(row).areaSquareMetres().doubleValue() / published)
                    .isBetween(0.997, 1.003);
        }
    }

    @Test
    void readsTheLevelsAbove() throws Exception {
        SpaceRows regions = SpaceRows.read(RealData.file("berlin-lor/district-regions-2020.geojson"), options("id"));
        SpaceRows districts = SpaceRows.read(RealData.file("berlin-lor/districts.geojson"), options("id"));

        assertThat(regions.rows()).hasSize(138);
        assertThat(regions.findings()).isEmpty();
        assertThat(districts.rows()).hasSize(12);
        assertThat(districts.findings()).isEmpty();
    }

    @Test
    void readsMunicipalitiesOfTheRhineland() throws Exception {
        ImportOptions options = TestOptions.of("'keyProperty':'AGS','nameProperty':'GEN'");

        SpaceRows rows =
                SpaceRows.read(RealData.file("nrw-municipalities/aachen-heinsberg-wesel-2021.geojson"), options);

        assertThat(rows.rows()).hasSize(33);
        assertThat(rows.findings()).isEmpty();
    }

    @Test
    void reportsEveryFaultOfEveryFeature() throws Exception {
        String collection = collection(
                feature("{\"key\":\"A\",\"name\":\"Gut\"}", polygon()),
                feature("{\"key\":\"B\"}", polygon()),
                feature("{\"name\":\"Ohne Schlüssel\"}", polygon()),
                feature("{\"key\":4,\"name\":\"Zahl\"}", polygon()),
                feature("{\"key\":\"C\",\"name\":\"Ohne Grenze\"}", "null"),
                feature("{\"key\":\"A\",\"name\":\"Noch einmal\"}", polygon()),
                feature("{\"key\":\"D E\",\"name\":7}", polygon()),
                "17",
                feature("{\"key\":\"F/G\",\"name\":\" \"}", "{\"type\":\"Point\",\"coordinates\":[1,2]}"));

        SpaceRows rows = SpaceRows.read(write(collection), options("key"));

        assertThat(rows.received()).isEqualTo(9);
        assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("A", "A");
        assertThat(rows.findings())
                .extracting(f -> f.row() + " " + f.code())
                .containsExactly(
                        "2 name-missing",
                        "3 key-missing",
                        "4 key-wrong-type",
                        "5 geometry-missing",
                        "7 name-wrong-type",
                        "8 not-a-feature",
                        "9 key-invalid",
                        "9 name-missing",
                        "9 geometry-type");
    }

    @Test
    void findsParentsByPropertyPrefixOrKey() throws Exception {
        String collection = collection(
                feature("{\"key\":\"010203\",\"name\":\"x\",\"up\":\"77\"}", polygon()),
                feature("{\"key\":\"010204\",\"name\":\"x\",\"up\":\"\"}", polygon()),
                feature("{\"key\":\"010205\",\"name\":\"x\"}", polygon()),
                feature("{\"key\":\"0102\",\"name\":\"x\",\"up\":\"0102\"}", polygon()),
                feature("{\"key\":\"01\",\"name\":\"x\",\"up\":5}", polygon()));
        Path file = write(collection);

        parent = "{'property':'up'}";
        SpaceRows byProperty = SpaceRows.read(file, options("key"));
        parent = "{'prefixOfKey':4}";
        SpaceRows byPrefix = SpaceRows.read(file, options("key"));
        parent = "{'key':'99'}";
        SpaceRows byKey = SpaceRows.read(file, options("key"));

        assertThat(byProperty.rows()).extracting(SpaceRow::parent).containsExactly("77", null);
        assertThat(byProperty.findings())
                .extracting(f -> f.row() + " " + f.code())
                .containsExactly("3 parent-missing", "4 parent-self", "5 parent-wrong-type");
        assertThat(byPrefix.rows()).extracting(SpaceRow::parent).containsExactly("0102", "0102", "0102");
        assertThat(byPrefix.findings())
                .extracting(f -> f.row() + " " + f.code())
                .containsExactly("4 parent-self", "5 key-too-short");
        assertThat(byKey.rows()).extracting(SpaceRow::parent).containsOnly("99");
        assertThat(byProperty.rows().get(0).attributes()).isEmpty();
    }

    @Test
    void refusesTextsAndNumbersThatCannotBeStored() throws Exception {
        String collection = collection(
                feature("{\"key\":\"A\",\"name\":\"a\\u0000b\"}", polygon()),
                feature("{\"key\":\"B\",\"name\":\"x\",\"note\":[\"\\ud800\"]}", polygon()),
                feature("{\"key\":\"C\",\"name\":\"x\",\"count\":1e999999}", polygon()),
                feature("{\"key\":\"D\",\"name\":\"" + "x".repeat(201) + "\"}", polygon()),
                feature("{\"key\":\"E\",\"name\":\"x\",\"note\":\"" + "x".repeat(20_000) + "\"}", polygon()));

        SpaceRows rows = SpaceRows.read(write(collection), options("key"));

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.findings())
                .extracting(f -> f.row() + " " + f.code())
                .containsExactly(
                        "1 name-invalid",
                        "2 attribute-invalid",
                        "3 attribute-invalid",
                        "4 name-too-long",
                        "5 attributes-too-large");
    }

    @Test
    void tellsAllFaultsOfAFeatureWithTheirPlaces() throws Exception {
        String bowTieAndOpenRing = "{\"type\":\"MultiPolygon\",\"coordinates\":["
                + "[[[13,52],[13.1,52.1],[13.1,52],[13,52.1],[13,52]]],[[[13.2,52],[13.3,52],[13.3,52.1],[13.2,52.1]]]]}";

        SpaceRows rows = SpaceRows.read(
                write(collection(feature("{\"key\":\"A\",\"name\":\"x\"}", bowTieAndOpenRing))), options("key"));

        assertThat(rows.findings())
                .extracting(finding -> finding.code() + " " + finding.value())
                .containsExactly("geometry-ring-open 13.2 52.1", "geometry-invalid 13.05 52.05");
        assertThat(rows.findings())
                .allSatisfy(finding -> assertThat(finding.place()).isNotNull());
    }

    @Test
    void rejectsNumbersThatAreNone() throws Exception {
        String far = "{\"type\":\"Polygon\",\"coordinates\":[[[1e400,52],[13.1,52],[13.1,52.1],[1e400,52]]]}";
        String nan = "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,52],[13.1,52],[13.1,52.1],[NaN,52]]]}";

        SpaceRows rows =
                SpaceRows.read(write(collection(feature("{\"key\":\"A\",\"name\":\"x\"}", far))), options("key"));

        assertThat(rows.findings()).extracting(Finding::code).containsExactly("outside-world");
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(
                        write(collection(feature("{\"key\":\"A\",\"name\":\"x\"}", nan))), options("key")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("import.json-malformed"));
    }

    @Test
    void readsTheSystemThatTheFileNames() throws Exception {
        String metres = feature(
                "{\"key\":\"A\",\"name\":\"x\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[391390,5817855],[391490,5817855],[391490,5817955],[391390,5817855]]]}");
        String named = "{\"type\":\"FeatureCollection\",\"features\":[" + metres
                + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25833\"}}}";

        SpaceRows rows = SpaceRows.read(write(named), options("key"));
        crs = "EPSG:25832";
        SpaceRows asked = SpaceRows.read(write(named), options("key"));

        assertThat(rows.findings()).isEmpty();
        assertThat(boundary(rows.rows().get(0)).centroid().lon()).isBetween(13.39, 13.41);
        assertThat(boundary(asked.rows().get(0)).centroid().lon()).isBetween(7.0, 8.0);
        assertThat(asked.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("crs-differs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | import.file-empty | false | - | -",
                "'  ' | import.file-empty | false | - | -",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\" | import.json-malformed | true | 1 | 48",
                "{\"type\":\"FeatureCollection\",\"features\":[]} x | import.json-malformed | true | 1 | 44",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | import.file-without-rows | false | - | -",
                "{\"type\":\"Topology\",\"features\":[]} | import.not-a-feature-collection | false | 1 | 9",
                "{\"type\":\"FeatureCollection\",\"features\":{}} | import.not-a-feature-collection | false | 1 | 40",
                "[] | import.not-a-feature-collection | false | 1 | 1",
                "hello | import.column-missing | false | 1 | key",
                "key;name;key | import.column-duplicate | false | 1 | key",
                "key;name;parent | import.file-without-rows | false | - | -"
            })
    void refusesFilesAsAWhole(String content, String code, boolean malformed, Integer line, String column)
            throws IOException {
        Path file = write(content);

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, options("key")))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.isMalformed()).isEqualTo(malformed);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @MethodSource("collectionsBeyondLimits")
    void refusesJsonBeyondAllLimits(String members, int line, int column) throws IOException {
        Path file = write("{\"type\":\"FeatureCollection\",\n" + members);

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, options("key")))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("import.json-limit-exceeded");
                    assertThat(fault.isMalformed()).isFalse();
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(Integer.parseInt(Objects.requireNonNull(fault.column())))
                            .isGreaterThanOrEqualTo(column);
                });
    }

    static Stream<Arguments> collectionsBeyondLimits() {
        String deep = "[".repeat(200_000);
        String feature = "\"features\":[{\"type\":\"Feature\",\"properties\":{\"key\":\"A\",\"name\":";
        return Stream.of(
                Arguments.of("\"features\":" + deep, 2, 1000),
                Arguments.of("\"other\":" + deep, 2, 1000),
                Arguments.of("\"crs\":" + deep, 2, 1000),
                Arguments.of(feature + "\"x\",\"count\":" + "1".repeat(2_000) + "}}]}", 2, 1_000),
                Arguments.of("\"" + "x".repeat(60_000) + "\":1}", 2, 256));
    }

    @Test
    void leavesOutARowWithACellBeyondAllLimits() throws Exception {
        String cell = "x".repeat(25_000_000);
        Path file = write("key;name;parent\nA;Gut;\nB;\"" + cell + "\"\";\n\";1\nC;" + cell + ";2\nD;\"\"\"Auch\";\n");

        SpaceRows rows = SpaceRows.read(file, options("key"));

        assertThat(rows.findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("3 row-too-long", "4 row-too-long");
        assertThat(rows.rows()).extracting(SpaceRow::name).containsExactly("Gut", "\"Auch");
    }

    @Test
    void rejectsAFeatureRoundTheWorld() throws Exception {
        String world = "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}";
        String collection = collection(
                feature("{\"key\":\"A\",\"name\":\"Gut\"}", polygon()),
                feature("{\"key\":\"B\",\"name\":\"Welt\"}", world));

        SpaceRows rows = SpaceRows.read(write(collection), options("key"));

        assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("A");
        assertThat(rows.findings())
                .extracting(f -> f.row() + " " + f.code() + " " + f.value())
                .containsExactly("2 geometry-too-wide 180.0 -90.0");
    }

    @Test
    void refusesBinaryFiles() throws IOException {
        Path program = Files.write(folder.resolve("a.exe"), new byte[] {'M', 'Z', 3, 4, 0, 0});

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(program, options("key")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("import.file-binary"));
    }

    @Test
    void readsTablesThatNameTheirDelimiterFirst() throws Exception {
        SpaceRows rows = SpaceRows.read(write("sep=|\nkey|name\nA|x;y\n"), TestOptions.of(""));

        assertThat(rows.rows()).extracting(SpaceRow::name).containsExactly("x;y");
        assertThat(rows.rows()).extracting(SpaceRow::row).containsExactly(3);
    }

    @Test
    void saysThatGeoJsonMustBeUtf8() throws IOException {
        Path file = Files.write(
                folder.resolve("latin1.geojson"),
                "{\"type\":\"FeatureCollection\",\"name\":\"Süd\",\"features\":[]}"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, TestOptions.of("")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("import.json-charset"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"1200|{\"people\":1200}|", "1300|{\"people\":1200}|people", "7|{}|people", "|{\"people\":1}|people"
            })
    void tellsColumnsOfOurOwnListThatDoNotCount(@Nullable String column, String attributes, @Nullable String told)
            throws Exception {
        Path table = write("key;name;level;parent;validFrom;validTo;areaSquareMetres;attributes;people\n"
                + "A;x;l;;2006-01-01;;;\"" + attributes.replace("\"", "\"\"") + "\";" + (column == null ? "" : column)
                + "\n");

        SpaceRows rows = SpaceRows.read(table, TestOptions.of(""));

        assertThat(rows.rows().get(0).attributes().toString()).isEqualTo(attributes);
        assertThat(rows.findings())
                .extracting(
                        finding -> finding.code() + " " + finding.arguments().get(0))
                .isEqualTo(told == null ? List.of() : List.of("attribute-ambiguous " + told));
    }

    @Test
    void refusesCsvWithAnOpenQuote() throws IOException {
        Path file = write("key;name;parent\nA;\"x\"y;\n");

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, options("key")))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("import.csv-malformed");
                    assertThat(fault.line()).isEqualTo(2);
                });
    }

    @Test
    void readsTablesWithLinesAsRows() throws Exception {
        Path file =
                write("\uFEFFkey;name;parent;type\n01;\"Nord\n West\";9;a\n\n02;;9;\n03;Süd\n01;Ost;;b\n04;Alt;04;\n");

        SpaceRows rows = SpaceRows.read(file, options("key"));

        assertThat(rows.received()).isEqualTo(5);
        assertThat(rows.rows()).extracting(row -> row.row() + " " + row.name()).containsExactly("7 Ost");
        assertThat(rows.findings())
                .extracting(f -> f.row() + " " + f.key() + " " + f.code())
                .containsExactly(
                        "2 01 name-invalid", "5 02 name-missing", "6 03 wrong-column-count", "8 04 parent-self");
    }

    @Test
    void readsTablesOfOldOfficeProgramsAndOtherDelimiters() throws Exception {
        Path old =
                Files.write(folder.resolve("old.csv"), "key,name\nA,Köln\n".getBytes(Charset.forName("windows-1252")));
        Path tabs = write("key\tname\tparent\nA\tKöln, Süd\t\n");

        SpaceRows fromOld = SpaceRows.read(old, options("key"));
        SpaceRows fromTabs = SpaceRows.read(tabs, options("key"));

        assertThat(fromOld.rows()).extracting(SpaceRow::name).containsExactly("Köln");
        assertThat(fromOld.findings()).extracting(Finding::code).containsExactly("charset-assumed");
        assertThat(fromOld.parentStated()).isFalse();
        assertThat(fromTabs.rows()).extracting(SpaceRow::name).containsExactly("Köln, Süd");
        assertThat(fromTabs.parentStated()).isTrue();
    }

    @Test
    void readsOurOwnListsAsSpaces() throws Exception {
        String properties = "{\"key\":\"A\",\"name\":\"x\",\"level\":\"planning-area\",\"parent\":\"01\","
                + "\"validFrom\":\"2006-01-01\",\"validTo\":null,\"areaSquareMetres\":1.5,\"centroid\":null,"
                + "\"attributes\":{\"count\":1.50}}";
        Path list = write(collection(feature(properties, polygon())));
        SpaceRow fromList = SpaceRows.read(list, options("key")).rows().get(0);
        Path table = write(String.join(
                "\r\n",
                "key;name;level;parent;validFrom;validTo;areaSquareMetres;lon;lat;attributes",
                "A;'=x;planning-area;01;2006-01-01;;1.5;13.4;52.5;\"{\"\"count\"\":1.50}\""));
        SpaceRow fromTable = SpaceRows.read(table, options("key")).rows().get(0);

        assertThat(fromList.parent()).isEqualTo("01");
        assertThat(fromList.attributes().toString()).isEqualTo("{\"count\":1.5}");
        assertThat(fromTable.name()).isEqualTo("=x");
        assertThat(fromTable.parent()).isEqualTo("01");
        assertThat(fromTable.attributes().toString()).isEqualTo("{\"count\":1.5}");
    }

    private static Boundary boundary(SpaceRow row) {
        return Objects.requireNonNull(row.boundary());
    }

    private ImportOptions options(String keyProperty) {
        return TestOptions.of("'keyProperty':'" + keyProperty + "'"
                + (crs == null ? "" : ",'crs':'" + crs + "'")
                + (parent == null ? "" : ",'parent':" + parent));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content, StandardCharsets.UTF_8);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    private static String polygon() {
        return "{\"type\":\"Polygon\",\"coordinates\":" + RING + "}";
    }
}

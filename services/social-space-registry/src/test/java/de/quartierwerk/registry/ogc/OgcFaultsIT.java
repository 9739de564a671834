package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.items;
import static de.quartierwerk.registry.ogc.OgcClient.ogc;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OgcFaultsIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    bbox      | ""                        | parameter.empty
                    bbox-crs  | ""                        | parameter.empty
                    crs       | ""                        | parameter.empty
                    datetime  | ""                        | parameter.empty
                    limit     | ""                        | parameter.empty
                    bbox      | 1,2,3                     | ogc.bbox-malformed
                    bbox      | 1,2,3,4,5                 | ogc.bbox-malformed
                    bbox      | 1,2,3,x                   | ogc.bbox-malformed
                    bbox      | 1,2,3,NaN                 | ogc.bbox-malformed
                    bbox      | 1,2,3,1e400               | ogc.bbox-malformed
                    bbox      | 1,5,3,4                   | ogc.bbox-malformed
                    bbox      | 1,1,9,3,4,8               | ogc.bbox-malformed
                    bbox-crs  | EPSG:9999                 | ogc.crs-unknown
                    crs       | http://www.opengis.net/def/crs/EPSG/0/31467 | ogc.crs-unknown
                    datetime  | 2020                      | ogc.datetime-malformed
                    datetime  | 2020-13-01                | ogc.datetime-malformed
                    datetime  | 2020-01-02/2020-01-01     | ogc.datetime-malformed
                    datetime  | 2020-01-01/2020-01-02/..  | ogc.datetime-malformed
                    datetime  | +999999-01-01             | ogc.datetime-malformed
                    datetime  | 2020-01-01T00:00:00       | ogc.datetime-malformed
                    datetime  | 1799-12-31                | day.out-of-range
                    datetime  | ../0001-01-01             | day.out-of-range
                    datetime  | 2020-01-01/9999-12-31     | day.out-of-range
                    datetime  | 2201-01-01T12:00:00Z      | day.out-of-range
                    limit     | 0                         | ogc.limit-malformed
                    limit     | -1                        | ogc.limit-malformed
                    limit     | 1.5                       | ogc.limit-malformed
                    limit     | ten                       | ogc.limit-malformed
                    cursor    | xyz                       | page.cursor-malformed
                    cursor    | WyIwMTAxIl0               | page.cursor-malformed
                    key       | a b                       | key.malformed
                    f         | xml                       | parameter.wrong-type
                    offset    | 10                        | parameter.unknown
                    unknown   | 1                         | parameter.unknown
                    """)
    void refusesWhatIsMalformedAndWhatIsUnknown(String name, String value, String code) {
        items("district", name, value)
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(name))
                .body("instance", equalTo("/registry/ogc/collections/district/items"));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "/conformance",
        "/api",
        "/collections",
        "/collections/district",
        "/collections/district/items/a@2020-01-01"
    })
    void refusesUnknownParametersEverywhere(String path) {
        ogc().get(path + "?unknown=1").then().statusCode(400).body("code", equalTo("parameter.unknown"));
    }

    @ParameterizedTest
    @CsvSource({"/nowhere", "/collections/nowhere", "/collections/district/items/a@2020-01-01"})
    void namesThePathThatWasAsked(String path) {
        ogc().get(path).then().statusCode(404).body("instance", equalTo("/registry/ogc" + path.replace("@", "%40")));
    }

    @ParameterizedTest
    @CsvSource({"EPSG/0/3857", "EPSG/0/25832"})
    void refusesBoxesThatAreTurnedRoundInMetres(String crs) {
        items("district", "bbox", "20,0,10,10", "bbox-crs", "http://www.opengis.net/def/crs/" + crs)
                .statusCode(400)
                .body("code", equalTo("ogc.bbox-malformed"));
    }
}

package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.kit.problem.Invalid;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class SpaceQueryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void readsBoxes() {
        assertThat(List.of(
                        SpaceQuery.box("13.33,52.50,13.36,52.52"),
                        SpaceQuery.box(" -181 , -90 , 180 , 95 "),
                        SpaceQuery.box("13.3000000000000007,52,14,53")))
                .containsExactly(
                        new Envelope(13.33, 13.36, 52.50, 52.52),
                        new Envelope(-181, 180, -90, 95),
                        new Envelope(13.3, 14, 52, 53));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3",
                "1,2,3,4,5",
                "a,1,2,3",
                "NaN,1,2,3",
                "1e2,1,2,3",
                "1e999,1,2,3",
                "7,50,6,51",
                "6,51,7,50",
                ",,,"
            })
    void refusesOtherTexts(String box) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> SpaceQuery.box(box))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("space.bbox-malformed");
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }

    @Test
    void cutsBoxesToTheWorldOfTheirSystem() {
        SpaceQuery query = new SpaceQuery();
        query.bbox = "-200,-100,1e1,95";
        assertThat(List.of(query.filter(TODAY).area().getEnvelopeInternal()))
                .containsExactly(new Envelope(-180, 10, -90, 90));
        query.bbox = "200,10,210,11";
        assertThat(query.filter(TODAY).area().isEmpty()).isTrue();

        query.bbox = "390000,5819000,391000,5820000";
        query.bboxCrs = "EPSG:25833";
        Envelope box = query.filter(TODAY).area().getEnvelopeInternal();
        assertThat(box.getMinX()).isBetween(13.37, 13.39);
        assertThat(box.getMaxY()).isBetween(52.51, 52.53);
        query.bboxCrs = "EPSG:2180";
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> query.filter(TODAY))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("import.crs-unknown"));
    }

    @Test
    void leavesOutWhatIsBlankAndTakesToday() {
        SpaceQuery query = new SpaceQuery();
        query.level = " ";
        query.parent = "";
        query.bbox = "";
        query.q = " ";

        assertThat(query.filter(TODAY)).isEqualTo(new SpaceFilter(null, null, TODAY, null, null));
    }

    @Test
    void refusesTextsThatCannotBeStored() {
        SpaceQuery query = new SpaceQuery();
        query.q = "a\u0000";

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> query.filter(TODAY))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("request.value-not-storable"));
    }

    @Test
    void refusesMalformedKeys() {
        SpaceQuery query = new SpaceQuery();
        query.parent = "a b";

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> query.filter(TODAY))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("key.malformed"));
    }
}

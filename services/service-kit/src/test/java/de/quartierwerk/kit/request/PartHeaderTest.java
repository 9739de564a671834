package de.quartierwerk.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartHeaderTest {

    @Test
    void readsNamesInAllTheirWritings() {
        assertThat(PartHeader.parse("form-data; name=\"file\"; filename=\"a;b.csv\""))
                .contains(new PartHeader("file", List.of("a;b.csv")));
        assertThat(PartHeader.parse("form-data;name=file;filename=a.csv"))
                .contains(new PartHeader("file", List.of("a.csv")));
        assertThat(PartHeader.parse(
                        "Form-Data; Name=\"file\"; filename*=UTF-8''%C3%9Cbersicht+1.csv; filename=\"u.csv\""))
                .contains(new PartHeader("file", List.of("Übersicht+1.csv", "u.csv")));
        assertThat(PartHeader.parse("form-data; name=\"options\"")).contains(new PartHeader("options", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attachment; name=\"file\"",
                "form-data",
                "form-data; name=\"\"",
                "form-data; filename=\"a.csv\"",
                "form-data; name=\"file",
                "form-data; name=\"file\"; filename=\"a",
                "form-data; name=\"file\" filename=\"a\"",
                "form-data; name=\"file\"; filename*=a.csv",
                "form-data; name=\"file\"; filename*=NONE''a.csv",
                "form-data; name=\"file\"; filename*=UTF-8''%zz"
            })
    void refusesWhatIsNoHeaderOfAPart(String disposition) {
        assertThat(PartHeader.parse(disposition)).isEmpty();
    }

    @Test
    void refusesAPartWithoutHeader() {
        assertThat(PartHeader.parse(null)).isEmpty();
    }
}

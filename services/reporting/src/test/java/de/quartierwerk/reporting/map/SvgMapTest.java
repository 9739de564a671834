package de.quartierwerk.reporting.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SvgMapTest {
    private static Boundary square(String key, double west, double south, double size) {
        return new Boundary(
                key,
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(west, south),
                                List.of(west + size, south),
                                List.of(west + size, south + size),
                                List.of(west, south + size),
                                List.of(west, south)))));
    }

    @Test
    void drawsNeighboursEdgeToEdgeWithinTheGrid() {
        Drawing drawing = Drawer.draw(
                List.of(square("b", 6.1, 50, 0.1), square("a", 6, 50, 0.1)), List.of(square("town", 6, 50, 0.1)));

        assertThat(drawing.width()).isBetween(1199, 1201);
        assertThat(drawing.shapes()).extracting(Drawing.Shape::key).containsExactly("a", "b");
        assertThat(drawing.shapes().get(0).path()).isEqualTo("M6 931l594 0 0 -925 -594 0z");
        assertThat(drawing.shapes().get(1).path()).startsWith("M600 931l");
        assertThat(drawing.shapes().get(0).x()).isBetween(290, 316);
        assertThat(drawing.shapes().get(0).room()).isBetween(295, 297);
        assertThat(drawing.outlines()).extracting(Drawing.Outline::key).containsExactly("town");
        assertThat(drawing.metresPerUnit()).isBetween(12.0, 12.1);
    }

    @Test
    void leavesOutWhatHasNoAreaOnTheGrid() {
        Drawing drawing = Drawer.draw(
                List.of(square("a", 6, 50, 1), square("tiny", 6, 50, 0.000_01), new Boundary("none", Map.of())),
                List.of());

        assertThat(drawing.shapes()).extracting(Drawing.Shape::key).containsExactly("a");
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Drawer.draw(List.of(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void namesTheMapAndEveryLookAndEscapesThem() throws Exception {
        Drawing drawing = Drawer.draw(List.of(square("a", 6, 50, 0.1), square("b", 6.1, 50, 0.1)), List.of());

        String svg = SvgMap.of(
                drawing,
                new SvgMap.Frame("m", "Karte & <Titel>", "Was zu sehen ist", true),
                Map.of("a", SvgMap.Look.of("#253494", "4", true, "Raum \"A\": 4 hoch")));

        Document document = parse(svg);
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("m-title m-desc");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Karte & <Titel>");
        assertThat(svg)
                .contains("fill=\"#253494\"", "Raum &quot;A&quot;", ">4</text>", "fill=\"url(#m-unclassified)\"")
                .contains("fill=\"#ffffff\">4", "<circle", ">2 km</text>")
                .doesNotContain("style=", "<script");
    }

    @Test
    void writesInTheInkWithTheGreaterContrast() {
        assertThat(Palette.letterOn("#ffffcc")).isEqualTo(Palette.INK);
        assertThat(Palette.letterOn("#081d58")).isEqualTo("#ffffff");
    }

    @Test
    void hasAColourForEveryNumberOfClasses() {
        for (int classes = 1; classes <= 12; classes++) {
            assertThat(Palette.INDEX.colour(0, classes))
                    .isNotEqualTo(classes == 1 ? "" : Palette.INDEX.colour(classes - 1, classes));
        }
        assertThat(Palette.NEED.colour(0, 5)).isEqualTo("#faf6f1");
    }

    private static Document parse(String svg) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

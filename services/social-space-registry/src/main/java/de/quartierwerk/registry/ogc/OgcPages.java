package de.quartierwerk.registry.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.registry.ogc.OgcPage.Anchor;
import de.quartierwerk.registry.ogc.OgcPage.Section;
import de.quartierwerk.registry.span.Span;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pages for people, in the caller's language. */
@ApplicationScoped
class OgcPages {
    private static final String HTML = "f=html";
    private static final int DECIMALS_OF_KM2 = 2;
    private static final BigDecimal KM2 = BigDecimal.valueOf(1_000_000);

    private final LevelCollections collections;
    private final CallerLanguage language;
    private final PageStyle style = PageStyle.read();

    OgcPages(LevelCollections collections, CallerLanguage language) {
        this.collections = collections;
        this.language = language;
    }

    /** The template of all pages. */
    @CheckedTemplate(basePath = "ogc")
    static final class Templates {
        static native TemplateInstance page(OgcPage page);

        private Templates() {}
    }

    /** Whether the caller wants a page; the form was chosen before the resource was called. */
    static boolean isWanted(HttpHeaders headers) {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(Link.HTML);
    }

    RestResponse<Object> landing(LandingPage page, Addresses addresses) {
        List<Anchor> parts = List.of(
                anchor("ogc.link.collections", addresses.of("/collections?" + HTML)),
                anchor("ogc.link.api-page", addresses.of("/api?" + HTML)),
                anchor("ogc.link.conformance", addresses.of("/conformance?" + HTML)));
        return answer(
                page.title(),
                List.of(),
                List.of(),
                List.of(
                        Section.of(text("ogc.page.contents"), List.of(page.description()), parts),
                        Section.of(
                                text("ogc.page.clients"),
                                List.of(text("ogc.page.clients-how", addresses.api())),
                                List.of()),
                        forms(addresses.api(), Link.JSON, addresses.of("/api"), "OpenAPI 3.0")));
    }

    RestResponse<Object> conformance(Conformance conformance, Addresses addresses) {
        List<Anchor> classes = conformance.conformsTo().stream()
                .map(uri -> new Anchor(uri, uri))
                .toList();
        return answer(
                text("ogc.link.conformance"),
                List.of(),
                trail(addresses),
                List.of(
                        Section.of(text("ogc.page.classes"), List.of(), classes),
                        forms(addresses.of("/conformance"), Link.JSON)));
    }

    RestResponse<Object> api(List<LevelCollection> all, Addresses addresses) {
        List<List<Anchor>> paths = Stream.concat(
                        Stream.of("/", "/conformance", "/api", "/collections"),
                        all.stream()
                                .flatMap(collection -> Stream.of("", "/items", "/items/{featureId}")
                                        .map(end -> collection.path() + end)))
                .map(path -> List.of(new Anchor(
                        path, path.contains("{") ? null : addresses.of(path.equals("/") ? "" : path) + "?" + HTML)))
                .toList();
        return answer(
                text("ogc.link.api-page"),
                List.of(),
                trail(addresses),
                List.of(
                        Section.of(text("ogc.page.paths"), null, List.of(text("ogc.page.path")), 1, paths),
                        forms(addresses.of("/api"), "OpenAPI 3.0")));
    }

    RestResponse<Object> collections(CollectionList list, Addresses addresses) {
        List<List<Anchor>> rows = list.collections().stream()
                .map(collection -> List.of(
                        new Anchor(collection.title(), addresses.of("/collections/" + collection.id()) + "?" + HTML),
                        new Anchor(collection.id(), null),
                        new Anchor(collection.description(), null)))
                .toList();
        return answer(
                text("ogc.link.collections"),
                List.of(),
                trail(addresses),
                List.of(
                        Section.of(
                                text("ogc.link.collections"),
                                null,
                                texts("ogc.page.name", "ogc.page.id", "ogc.page.description"),
                                3,
                                rows),
                        forms(addresses.of("/collections"), Link.JSON)));
    }

    RestResponse<Object> collection(Collection collection, Addresses addresses) {
        String address = addresses.of("/collections/" + collection.id());
        List<Anchor> parts = List.of(anchor("ogc.link.features-page", address + "/items?" + HTML));
        List<Anchor> systems =
                collection.crs().stream().map(uri -> new Anchor(uri, uri)).toList();
        return answer(
                collection.title(),
                List.of(collection.id()),
                trail(addresses, anchor("ogc.link.collections", addresses.of("/collections?" + HTML))),
                List.of(
                        Section.of(text("ogc.page.contents"), List.of(collection.description()), parts),
                        Section.of(text("ogc.page.systems"), List.of(), systems),
                        forms(address, Link.JSON)));
    }

    RestResponse<Object> items(
            LevelCollection collection, ItemsPage page, FeatureWriter.Links linksOf, Addresses addresses) {
        FeatureMap map = new FeatureMap();
        List<List<Anchor>> rows = new ArrayList<>();
        page.forEachRemaining(span -> {
            String address = address(collection, span, addresses);
            if (span.boundary() != null) {
                map.add(span.key() + " " + span.name(), address, span.boundary());
            }
            rows.add(List.of(
                    new Anchor(span.key(), address),
                    new Anchor(span.name(), null),
                    new Anchor(span.parent() == null ? "" : span.parent(), null),
                    new Anchor(day(span.validFrom()), null),
                    new Anchor(day(span.validTo()), null),
                    new Anchor(squareKilometres(span.areaSquareMetres()), null)));
        });
        List<Link> links = linksOf.of(page);
        List<Anchor> turns = Stream.of("prev", "next")
                .flatMap(rel -> links.stream().filter(link -> link.rel().equals(rel)))
                .map(link -> new Anchor(link.title(), link.href()))
                .toList();
        String title = collections.title(collection);
        Section table = new Section(
                text("ogc.link.features"),
                List.of(text("ogc.page.shown", page.returned(), page.matched())),
                map.isEmpty() ? null : map.svg(title),
                texts(
                        "ogc.page.key",
                        "ogc.page.name",
                        "ogc.page.parent",
                        "ogc.page.from",
                        "ogc.page.to",
                        "ogc.page.area"),
                5,
                rows,
                turns);
        return answer(
                title,
                List.of(collection.id()),
                trail(
                        addresses,
                        anchor("ogc.link.collections", addresses.of("/collections?" + HTML)),
                        new Anchor(title, addresses.of(collection.path()) + "?" + HTML)),
                List.of(table, forms(addresses.askedWith("f", "json"), "GeoJSON")));
    }

    RestResponse<Object> item(LevelCollection collection, Span span, Addresses addresses) {
        String address = address(collection, span, addresses);
        String title = collections.title(collection);
        List<List<Anchor>> rows = new ArrayList<>(List.of(
                row(text("ogc.page.key"), span.key()),
                row(text("ogc.page.name"), span.name()),
                row(text("ogc.page.level"), collection.levelName()),
                row(text("ogc.page.parent"), span.parent() == null ? "" : span.parent()),
                row(text("ogc.page.from"), day(span.validFrom())),
                row(text("ogc.page.to"), day(span.validTo())),
                row(text("ogc.page.area"), squareKilometres(span.areaSquareMetres()))));
        for (Map.Entry<String, JsonNode> attribute : span.attributes().properties()) {
            JsonNode value = attribute.getValue();
            rows.add(row(attribute.getKey(), value.isContainerNode() ? value.toString() : value.asText()));
        }
        FeatureMap map = new FeatureMap();
        if (span.boundary() != null) {
            map.add(span.key() + " " + span.name(), address, span.boundary());
        }
        Section facts = Section.of(
                text("ogc.page.facts"),
                map.isEmpty() ? null : map.svg(span.name()),
                texts("ogc.page.property", "ogc.page.value"),
                2,
                rows);
        return answer(
                span.name(),
                List.of(span.key(), collection.levelName()),
                trail(
                        addresses,
                        anchor("ogc.link.collections", addresses.of("/collections?" + HTML)),
                        new Anchor(title, addresses.of(collection.path()) + "?" + HTML),
                        anchor("ogc.link.features-page", addresses.of(collection.path()) + "/items?" + HTML)),
                List.of(facts, forms(addresses.askedWith("f", "json"), "GeoJSON")));
    }

    private RestResponse<Object> answer(String title, List<String> facts, List<Anchor> trail, List<Section> sections) {
        Locale locale = language.locale();
        OgcPage page = new OgcPage(
                locale.getLanguage(),
                text("ogc.page.kind"),
                title,
                facts,
                trail,
                sections,
                new OgcPage.Texts(text("ogc.page.skip"), text("ogc.page.forms"), text("ogc.page.footer")),
                style.css());
        return RestResponse.ResponseBuilder.<Object>ok(Templates.page(page).render())
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", style.policy())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .build();
    }

    /** Links to the same thing in other forms; pairs of address and name. */
    private Section forms(String... addressesAndNames) {
        List<Anchor> links = new ArrayList<>();
        for (int i = 0; i < addressesAndNames.length; i += 2) {
            links.add(new Anchor(addressesAndNames[i + 1], addressesAndNames[i]));
        }
        return Section.of(text("ogc.page.forms"), List.of(), links);
    }

    private List<Anchor> trail(Addresses addresses, Anchor... below) {
        List<Anchor> trail = new ArrayList<>(List.of(anchor("ogc.title", addresses.api() + "?" + HTML)));
        trail.addAll(List.of(below));
        return trail;
    }

    private static String address(LevelCollection collection, Span span, Addresses addresses) {
        return addresses.of(collection.path()) + "/items/" + FeatureId.of(span.position()) + "?" + HTML;
    }

    private static List<Anchor> row(String name, String value) {
        return List.of(new Anchor(name, null), new Anchor(value, null));
    }

    private Anchor anchor(String code, String href) {
        return new Anchor(text(code), href);
    }

    private List<String> texts(String... codes) {
        return Stream.of(codes).map(this::text).toList();
    }

    private String text(String code, Object... arguments) {
        return collections.text(code, arguments);
    }

    private String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language.locale())
                        .format(day);
    }

    private String squareKilometres(@Nullable BigDecimal squareMetres) {
        if (squareMetres == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(DECIMALS_OF_KM2);
        format.setMaximumFractionDigits(DECIMALS_OF_KM2);
        return format.format(squareMetres.divide(KM2));
    }
}

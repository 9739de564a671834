package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.registry.spaceexport.ExportConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The collections that there are, and what is told of them. */
@ApplicationScoped
class LevelCollections {
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    private final OgcStatements statements;
    private final Messages messages;
    private final CallerLanguage language;
    /** Where the licence can be read. */
    private final Optional<String> licence;

    LevelCollections(OgcStatements statements, Messages messages, CallerLanguage language, ExportConfig config) {
        this.statements = statements;
        this.messages = messages;
        this.language = language;
        this.licence = config.licence().filter(LevelCollections::isAddress);
    }

    /** The collections that hold something: a client could do nothing with an empty one. */
    List<LevelCollection> all() {
        return of(statements.levels().stream().filter(OgcStatements.Level::used).toList());
    }

    /** Both collections of each level; a level that is called like the history of another one hides it. */
    private static List<LevelCollection> of(List<OgcStatements.Level> levels) {
        Set<String> codes = levels.stream().map(OgcStatements.Level::code).collect(Collectors.toSet());
        List<LevelCollection> all = new ArrayList<>();
        for (OgcStatements.Level level : levels) {
            Stream.of(false, true)
                    .map(history -> new LevelCollection(level.code(), level.name(), history))
                    .filter(collection -> !collection.history() || !codes.contains(collection.id()))
                    .forEach(all::add);
        }
        return all;
    }

    /** The collection of that name, which may be empty. */
    LevelCollection get(String id) {
        return of(statements.levels()).stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("ogc.collection-unknown", id));
    }

    /** Collections as the standard describes them. */
    List<Collection> describe(List<LevelCollection> collections, Addresses addresses) {
        Map<String, OgcStatements.Extent> extents = statements.extents();
        return collections.stream()
                .map(collection -> describe(collection, extents.get(collection.level()), addresses))
                .toList();
    }

    private Collection describe(
            LevelCollection collection, OgcStatements.@Nullable Extent extent, Addresses addresses) {
        String address = addresses.of(collection.path());
        List<Link> links = new ArrayList<>(List.of(
                new Link(address, "self", Link.JSON, text("ogc.link.self")),
                new Link(address + "?f=html", "alternate", Link.HTML, text("ogc.link.page")),
                new Link(address + "/items", "items", Link.GEO_JSON, text("ogc.link.features")),
                new Link(address + "/items?f=html", "items", Link.HTML, text("ogc.link.features-page"))));
        licence.map(licenceOfSpaces -> new Link(licenceOfSpaces, "license", Link.HTML, text("ogc.link.licence")))
                .ifPresent(links::add);
        return new Collection(
                collection.id(),
                title(collection),
                description(collection),
                links,
                extent == null ? null : extent(extent),
                "feature",
                FeatureCrs.uris(),
                FeatureCrs.CRS84.uri());
    }

    private static boolean isAddress(String licence) {
        return licence.startsWith("https://") || licence.startsWith("http://");
    }

    String title(LevelCollection collection) {
        return collection.history() ? text("ogc.collection.history", collection.levelName()) : collection.levelName();
    }

    String description(LevelCollection collection) {
        return text(
                collection.history() ? "ogc.collection.history-description" : "ogc.collection.description",
                collection.levelName());
    }

    /** A text of the bundles in the caller's language. */
    String text(String code, Object... arguments) {
        return messages.title(language.locale(), code, arguments);
    }

    private static Collection.Extent extent(OgcStatements.Extent extent) {
        Envelope box = extent.box();
        return new Collection.Extent(
                box == null
                        ? null
                        : new Collection.Spatial(
                                List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())),
                                FeatureCrs.CRS84.uri()),
                new Collection.Temporal(
                        List.of(Arrays.asList(
                                extent.from() + "T00:00:00Z", extent.to() == null ? null : extent.to() + "T23:59:59Z")),
                        GREGORIAN));
    }
}

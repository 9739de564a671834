package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.registry.space.Attributes;
import de.quartierwerk.registry.span.SpanFilter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which features of a collection are asked for. */
public class ItemsQuery {
    private static final int DIGITS_OF_MAXIMUM = 4;

    @QueryParam("bbox")
    @Nullable
    String bbox;

    @QueryParam("bbox-crs")
    @Nullable
    String bboxCrs;

    @QueryParam("crs")
    @Nullable
    String crs;

    @QueryParam("datetime")
    @Nullable
    String datetime;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("key")
    @Nullable
    String key;

    @QueryParam("name")
    @Nullable
    String name;

    @QueryParam("parent")
    @Nullable
    String parent;

    @QueryParam("f")
    @Nullable
    Form f;

    /** Features of a page; more than the most are cut to it, as the standard asks. */
    int limit() {
        if (limit == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        String digits = limit.replaceFirst("^0+(?=.)", "");
        if (!digits.matches("[1-9][0-9]{0,99}")) {
            throw Invalid.parameter("limit", limit, "ogc.limit-malformed", PageRequest.MAXIMUM_LIMIT, limit);
        }
        return digits.length() > DIGITS_OF_MAXIMUM
                ? PageRequest.MAXIMUM_LIMIT
                : Math.min(PageRequest.MAXIMUM_LIMIT, Integer.parseInt(digits));
    }

    FeatureCrs crs() {
        return FeatureCrs.of("crs", crs);
    }

    PageCursor cursor() {
        return PageCursor.of(cursor);
    }

    /** The spans that are asked for; of a collection of one day's spans those of today, unless a time is named. */
    SpanFilter filter(LevelCollection collection, LocalDate today, ZoneId zone) {
        FeatureCrs crsOfBox = FeatureCrs.of("bbox-crs", bboxCrs);
        LocalDate unnamed = collection.history() ? null : today;
        DatetimeParameter time =
                datetime == null ? new DatetimeParameter(unnamed, unnamed) : DatetimeParameter.of(datetime, zone);
        return new SpanFilter(
                collection.level(),
                time.from(),
                time.to(),
                key == null ? null : Keys.check("key", key),
                name == null ? null : storable(name),
                parent == null ? null : Keys.check("parent", parent),
                bbox == null ? null : BboxParameter.area(bbox, crsOfBox));
    }

    private static String storable(String name) {
        if (!Attributes.storable(name)) {
            throw Invalid.parameter("name", name, "request.value-not-storable");
        }
        return name;
    }
}

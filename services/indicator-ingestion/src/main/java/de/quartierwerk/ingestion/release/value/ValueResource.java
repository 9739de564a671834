package de.quartierwerk.ingestion.release.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Portions;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Released values over HTTP. */
@Path("values")
@Tag(name = "Values", description = "Released values (Werte)")
public class ValueResource {
    private static final int ROWS_AT_ONCE = 5000;
    private static final List<String> HEADER = List.of(
            "space",
            "indicator",
            "period",
            "value",
            "numerator",
            "denominator",
            "status",
            "revision",
            "releaseId",
            "protection",
            "deviation");

    private final ValueService service;
    private final int longestTable;
    private final Clock clock;

    ValueResource(ValueService service, IngestionConfig config, Clock clock) {
        this.service = service;
        this.longestTable = config.longestTable();
        this.clock = clock;
    }

    /** A page of values. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readValues",
            summary = "Read values",
            description =
                    "In the order of indicator, period and space. Stewards see exact values in their areas, all others"
                            + " those after disclosure control. As CSV up to 1,000,000 rows come at once unless `limit` is given;"
                            + " where more follow, `Link` names them")
    @APIResponse(
            responseCode = "200",
            description = "A page of values",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ValuePage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Page<ValueResponse> list(@BeanParam ValueParameters parameters, @BeanParam PageRequest page) {
        ValueQuery query = query(parameters, page.after(3), page.limit() + 1);
        return Page.of(service.find(query), page.limit(), ValueResource::position);
    }

    /** Names the page's schema in the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ValuePage", description = "A page of values")
    record ValuePage(
            List<ValueResponse> items,

            @Schema(nullable = true, examples = "WyIwMTAxIl0") @Nullable
            String next) {}

    /** Values as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput table(@BeanParam ValueParameters parameters, @BeanParam PageRequest page) {
        if (parameters.limited()) {
            return CsvAnswer.of(HEADER, list(parameters, page), ValueResource::row);
        }
        int portion = Math.min(ROWS_AT_ONCE, longestTable);
        ValueQuery query = query(parameters, page.after(3), portion);
        Portions<ValueResponse> values = Portions.of(
                portion,
                (last, limit) -> service.find(query.from(last == null ? query.after() : position(last), limit)));
        List<String> last = values.isOne() ? null : service.lastOf(query, longestTable);
        return CsvAnswer.of(HEADER, values.atMost(longestTable), ValueResource::row, last);
    }

    private static List<String> position(ValueResponse value) {
        return List.of(value.indicator(), value.period(), value.space());
    }

    private static List<Object> row(ValueResponse value) {
        return Arrays.asList(
                CsvAnswer.code(value.space()),
                CsvAnswer.code(value.indicator()),
                value.period(),
                value.value(),
                value.numerator(),
                value.denominator(),
                value.status(),
                value.revision(),
                value.releaseId(),
                value.protection(),
                value.deviation());
    }

    private ValueQuery query(ValueParameters p, List<String> after, int limit) {
        List<String> periods = ValueParameters.list(p.periods);
        for (String period : periods) {
            if (Period.parse(period).isEmpty()) {
                throw Invalid.parameter("period", period, "period.malformed", period);
            }
        }
        List<String> indicators = ValueParameters.list(p.indicators);
        indicators.forEach(code -> Keys.check("indicator", code));
        List<String> spaces = ValueParameters.list(p.spaces);
        spaces.forEach(key -> Keys.check("space", key));
        if (p.level != null) {
            Keys.check("level", p.level);
        }
        service.requireKnown(indicators, p.level, spaces);
        service.settle(p.recordedAt);
        return new ValueQuery(
                indicators,
                p.level,
                periods,
                spaces,
                p.asOf(clock),
                p.recordedAt,
                service.exactEverywhere(),
                service.exactAreas(),
                after,
                limit);
    }
}

package de.quartierwerk.ingestion.release.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

    private final ValueService service;
    private final Clock clock;

    ValueResource(ValueService service, Clock clock) {
        this.service = service;
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
                            + " those after disclosure control. As CSV all rows come at once unless `limit` is given")
    @APIResponse(
            responseCode = "200",
            description = "A page of values",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ValuePage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Page<ValueResponse> list(@BeanParam ValueParameters parameters, @BeanParam PageRequest page) {
        ValueQuery query = query(parameters, page.after(3), page.limit() + 1);
        return Page.of(
                service.find(query), page.limit(), value -> List.of(value.indicator(), value.period(), value.space()));
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
        int most = parameters.limited() ? page.limit() : Integer.MAX_VALUE;
        ValueQuery query = query(parameters, page.after(3), Math.min(most, ROWS_AT_ONCE));
        List<String> header = List.of(
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
        return CsvAnswer.of(header, () -> new Rows(query, most));
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

    /** Reads values portion by portion. */
    private final class Rows implements Iterator<List<Object>> {
        private final ValueQuery query;
        private final Deque<ValueResponse> portion = new ArrayDeque<>();
        private List<String> last;
        private long left;
        private boolean ended;

        Rows(ValueQuery query, long most) {
            this.query = query;
            this.last = query.after();
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            if (portion.isEmpty() && !ended && left > 0) {
                portion.addAll(service.find(query.from(last, query.limit())));
                ended = portion.size() < query.limit();
            }
            return left > 0 && !portion.isEmpty();
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ValueResponse value = portion.removeFirst();
            left--;
            last = List.of(value.indicator(), value.period(), value.space());
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
    }
}

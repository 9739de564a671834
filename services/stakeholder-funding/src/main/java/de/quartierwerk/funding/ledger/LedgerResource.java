package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.ledger.LedgerResponses.LineBalances;
import de.quartierwerk.funding.ledger.LedgerResponses.TrialBalance;
import de.quartierwerk.funding.ledger.LedgerResponses.Verification;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The journal over HTTP. */
@Path("ledger")
@Tag(name = "Ledger", description = "The journal of all money (Journal)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
class LedgerResource {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");
    private static final String KNOWN = "What was known at this instant; now where it is left out";

    private final LedgerService service;

    LedgerResource(LedgerService service) {
        this.service = service;
    }

    @GET
    @Path("entries")
    @Operation(
            operationId = "listLedgerEntries",
            summary = "List entries of the journal",
            description = "In the order in which they were written. Needs the area *.")
    public Page<LedgerEntry> entries(
            @QueryParam("line")
                    @Parameter(description = "Entries that touch this line", example = "wohlfahrt")
                    @Nullable
                    String line,
            @QueryParam("application") @Parameter(description = "Entries of this application") @Nullable
                    UUID application,
            @QueryParam("from")
                    @Parameter(description = "Booked on or after this day", example = "2024-01-01")
                    @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "Booked on or before this day", example = "2024-12-31") @Nullable
                    LocalDate to,
            @QueryParam("recordedAt") @Parameter(description = KNOWN, example = "2024-05-01T12:00:00Z") @Nullable
                    Instant recordedAt,
            @BeanParam PageRequest page) {
        if (line != null) {
            Keys.check("line", line);
        }
        LedgerStatements.Filter filter = new LedgerStatements.Filter(
                line,
                application,
                Objects.requireNonNullElse(from, FIRST_DAY),
                Objects.requireNonNullElse(to, LAST_DAY),
                Objects.requireNonNullElse(recordedAt, NOW));
        long after = page.after(1, values -> Long.valueOf(values.get(0))).orElse(0L);
        return Page.of(
                service.entries(filter, after, page.limit() + 1),
                page.limit(),
                last -> List.of(Long.toString(last.entry())));
    }

    @GET
    @Path("balances")
    @Operation(
            operationId = "getLedgerBalances",
            summary = "Balances of a line's accounts",
            description = "All accounts of the line's years, also those without postings. Needs the area *.")
    public LineBalances balances(
            @QueryParam("line") @Parameter(description = "Code of the line", required = true, example = "wohlfahrt")
                    String line,
            @QueryParam("year") @Parameter(description = "All years where it is left out", example = "2024") @Nullable
                    Integer year,
            @QueryParam("recordedAt") @Parameter(description = KNOWN, example = "2024-05-01T12:00:00Z") @Nullable
                    Instant recordedAt) {
        return service.balances(Keys.check("line", line), year, Objects.requireNonNullElse(recordedAt, NOW));
    }

    @GET
    @Path("trial-balance")
    @Operation(
            operationId = "getTrialBalance",
            summary = "Sums of all accounts",
            description = "Summed up from the postings; the total is zero. Needs the area *.")
    public TrialBalance trialBalance(
            @QueryParam("recordedAt") @Parameter(description = KNOWN, example = "2024-05-01T12:00:00Z") @Nullable
                    Instant recordedAt) {
        return service.trialBalance(Objects.requireNonNullElse(recordedAt, NOW));
    }

    @GET
    @Path("verification")
    @Operation(
            operationId = "verifyLedger",
            summary = "Check the chain of hashes",
            description =
                    "Computes every posting's hash anew, and names the first that does not fit. Needs the area *.")
    public Verification verify() {
        return service.verify();
    }
}

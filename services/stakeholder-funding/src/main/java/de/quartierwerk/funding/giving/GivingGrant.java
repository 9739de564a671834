package de.quartierwerk.funding.giving;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A grant as 360Giving 1.4 writes it.
 *
 * @param id id with the publisher's prefix
 * @param title title
 * @param description purpose
 * @param currency currency
 * @param amountAppliedFor amount applied for
 * @param amountAwarded amount as it is now
 * @param amountDisbursed amount paid
 * @param awardDate day of the decision
 * @param plannedDates period of the project
 * @param recipientOrganization who receives it
 * @param fundingOrganization who gives it, with the department that awards it
 * @param grantProgramme programme
 * @param beneficiaryLocation spaces
 * @param commitmentTransaction what is committed, by year
 * @param disbursementTransaction what was paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A grant as 360Giving 1.4 writes it")
public record GivingGrant(
        @Schema(examples = "360G-quartierwerk-7e57ab1e-0000-4000-8000-000000000001")
        String id,

        @Schema(examples = "Koordinierungsstelle") String title,
        @Schema(examples = "Beratung von Familien") String description,
        @Schema(examples = "EUR") String currency,
        @Schema(examples = "50000.00") BigDecimal amountAppliedFor,
        @Schema(examples = "50000.00") BigDecimal amountAwarded,
        @Schema(examples = "25000.00") BigDecimal amountDisbursed,
        @Schema(examples = "2024-06-17T00:00:00Z") String awardDate,
        @Nullable List<Dates> plannedDates,
        List<Organisation> recipientOrganization,
        List<Organisation> fundingOrganization,
        List<ProgrammeName> grantProgramme,
        @Nullable List<Location> beneficiaryLocation,
        List<Transaction> commitmentTransaction,
        List<Transaction> disbursementTransaction) {

    /** Copies the lists. */
    public GivingGrant {
        plannedDates = plannedDates == null ? null : List.copyOf(plannedDates);
        recipientOrganization = List.copyOf(recipientOrganization);
        fundingOrganization = List.copyOf(fundingOrganization);
        grantProgramme = List.copyOf(grantProgramme);
        beneficiaryLocation = beneficiaryLocation == null ? null : List.copyOf(beneficiaryLocation);
        commitmentTransaction = List.copyOf(commitmentTransaction);
        disbursementTransaction = List.copyOf(disbursementTransaction);
    }

    /**
     * A period.
     *
     * @param startDate first day
     * @param endDate last day
     */
    @Schema(name = "GivingDates", description = "A period")
    public record Dates(
            @Schema(examples = "2024-01-01T00:00:00Z") String startDate,
            @Schema(examples = "2024-12-31T00:00:00Z") String endDate) {}

    /**
     * An organisation.
     *
     * @param id organisation identifier
     * @param name name
     * @param department department, of the funder
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GivingOrganisation", description = "An organisation")
    public record Organisation(
            @Schema(examples = "XI-QUARTIERWERK-verband-a") String id,
            @Schema(examples = "Verband A") String name,

            @Schema(examples = "Städteregionsausschuss") @Nullable
            String department) {}

    /**
     * A programme.
     *
     * @param code its code
     */
    @Schema(name = "GivingProgramme", description = "A programme")
    public record ProgrammeName(
            @Schema(examples = "quartier") String code) {}

    /**
     * A space.
     *
     * @param id its key
     * @param name its key
     * @param countryCode country
     */
    @Schema(name = "GivingLocation", description = "A space")
    public record Location(
            @Schema(examples = "99001001-01") String id,
            @Schema(examples = "99001001-01") String name,
            @Schema(examples = "DE") String countryCode) {}

    /**
     * Money that was committed or paid.
     *
     * @param id id
     * @param transactionDate day
     * @param currency currency
     * @param value amount
     */
    @Schema(name = "GivingTransaction", description = "Money that was committed or paid")
    public record Transaction(
            @Schema(examples = "7e57ab1e-2024") String id,
            @Schema(examples = "2024-06-17T00:00:00Z") String transactionDate,
            @Schema(examples = "EUR") String currency,
            @Schema(examples = "25000.00") BigDecimal value) {}
}

package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.MessageText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of an application, named as the last part of its address, with the roles that may take it. */
@Schema(name = "ApplicationAction", description = "A step that the caller may take now")
public enum Action {
    /** Change the content. */
    @JsonProperty("edit")
    EDIT(Roles.SUPPLIER),
    /** Hand in. */
    @JsonProperty("submission")
    SUBMISSION(Roles.SUPPLIER),
    /** Delete a draft. */
    @JsonProperty("deletion")
    DELETION(Roles.SUPPLIER),
    /** Take the application back. */
    @JsonProperty("withdrawal")
    WITHDRAWAL(Roles.SUPPLIER),
    /** Give back to be completed. */
    @JsonProperty("return")
    RETURN(Roles.FUNDING_OFFICER),
    /** Check against the criteria. */
    @JsonProperty("assessment")
    ASSESSMENT(Roles.FUNDING_OFFICER),
    /** Record the advice of a body. */
    @JsonProperty("consultations")
    CONSULTATIONS(Roles.CLERK),
    /** Record the decision. */
    @JsonProperty("decision")
    DECISION(Roles.CLERK),
    /** Propose to put a typing error in a record right. */
    @JsonProperty("correction")
    CORRECTION(Roles.CLERK),
    /** Confirm what another person proposes to put right. */
    @JsonProperty("correction-confirmation")
    CORRECTION_CONFIRMATION(Roles.FUNDING_OFFICER),
    /** Give notice or agree. */
    @JsonProperty("agreement")
    AGREEMENT(Roles.FUNDING_OFFICER),
    /** Commit a year of the grant that was subject to the budget. */
    @JsonProperty("commitment")
    COMMITMENT(Roles.FUNDING_OFFICER),
    /** Say that a condition is met before which no money is paid. */
    @JsonProperty("condition")
    CONDITION(Roles.FUNDING_OFFICER),
    /** Certify a payment. */
    @JsonProperty("payments")
    PAYMENTS(Roles.FUNDING_OFFICER),
    /** Order a certified payment, or reject it. */
    @JsonProperty("payment-order")
    PAYMENT_ORDER(Roles.FUNDING_OFFICER),
    /** Do without a part of the grant, or all that is left. */
    @JsonProperty("waiver")
    WAIVER(Roles.SUPPLIER),
    /** Deliver the proof of use. */
    @JsonProperty("proof-of-use")
    PROOF_OF_USE(Roles.SUPPLIER),
    /** Check the proof of use. */
    @JsonProperty("review")
    REVIEW(Roles.FUNDING_OFFICER),
    /** Hear the recipient before a claim. */
    @JsonProperty("hearing")
    HEARING(Roles.FUNDING_OFFICER),
    /** Claim money back. */
    @JsonProperty("recovery")
    RECOVERY(Roles.FUNDING_OFFICER),
    /** Record money that was paid back. */
    @JsonProperty("repayments")
    REPAYMENTS(Roles.FUNDING_OFFICER),
    /** Give up a claim, or a part of it. */
    @JsonProperty("claim-waiver")
    CLAIM_WAIVER(Roles.FUNDING_OFFICER),
    /** Revoke the grant. */
    @JsonProperty("revocation")
    REVOCATION(Roles.FUNDING_OFFICER),
    /** Say that nothing is left to do. */
    @JsonProperty("closure")
    CLOSURE(Roles.FUNDING_OFFICER),
    /** Remark something. */
    @JsonProperty("remark")
    REMARK(Roles.FUNDING_OFFICER, Roles.CLERK);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> roles;

    Action(String... roles) {
        this.roles = List.of(roles);
    }

    /** Its name for people. */
    MessageText words() {
        return MessageText.of("application.action." + name());
    }

    /** The roles that take it, beside administrators. */
    List<String> roles() {
        return roles;
    }

    /** Its name in addresses and answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is the applicant's step; all others are the administration's, never taken by the applicant. */
    public boolean applicants() {
        return roles.contains(Roles.SUPPLIER);
    }

    /** Whether one of the roles may take it. */
    public boolean permits(Set<String> own) {
        return own.contains(Roles.ADMIN) || roles.stream().anyMatch(own::contains);
    }
}

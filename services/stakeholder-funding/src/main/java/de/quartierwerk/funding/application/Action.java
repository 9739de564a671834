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
    /** Check against the criteria. */
    @JsonProperty("assessment")
    ASSESSMENT(Roles.FUNDING_OFFICER),
    /** Record the advice of a body. */
    @JsonProperty("consultations")
    CONSULTATIONS(Roles.CLERK),
    /** Record the decision. */
    @JsonProperty("decision")
    DECISION(Roles.CLERK),
    /** Give notice or agree. */
    @JsonProperty("agreement")
    AGREEMENT(Roles.FUNDING_OFFICER),
    /** Certify a payment. */
    @JsonProperty("payments")
    PAYMENTS(Roles.FUNDING_OFFICER),
    /** Order a certified payment, or reject it. */
    @JsonProperty("payment-order")
    PAYMENT_ORDER(Roles.FUNDING_OFFICER),
    /** Deliver the proof of use. */
    @JsonProperty("proof-of-use")
    PROOF_OF_USE(Roles.SUPPLIER),
    /** Check the proof of use. */
    @JsonProperty("review")
    REVIEW(Roles.FUNDING_OFFICER),
    /** Claim money back. */
    @JsonProperty("recovery")
    RECOVERY(Roles.FUNDING_OFFICER);

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

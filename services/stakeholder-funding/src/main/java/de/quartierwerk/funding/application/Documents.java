package de.quartierwerk.funding.application;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.funding.document.JsonConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** How the steps of an application are kept: each as a document of its own. */
public final class Documents {

    private Documents() {}

    /** What was applied for. */
    @Converter
    public static class OfContent extends JsonConverter<ApplicationContent> {
        /** For the persistence provider. */
        public OfContent() {
            super(new TypeReference<>() {});
        }
    }

    /** The submission. */
    @Converter
    public static class OfSubmission extends JsonConverter<Submission> {
        /** For the persistence provider. */
        public OfSubmission() {
            super(new TypeReference<>() {});
        }
    }

    /** The assessment. */
    @Converter
    public static class OfAssessment extends JsonConverter<Assessment> {
        /** For the persistence provider. */
        public OfAssessment() {
            super(new TypeReference<>() {});
        }
    }

    /** The consultations. */
    @Converter
    public static class OfConsultations extends JsonConverter<List<Consultation>> {
        /** For the persistence provider. */
        public OfConsultations() {
            super(new TypeReference<>() {});
        }
    }

    /** The decision. */
    @Converter
    public static class OfDecision extends JsonConverter<Decision> {
        /** For the persistence provider. */
        public OfDecision() {
            super(new TypeReference<>() {});
        }
    }

    /** The agreement. */
    @Converter
    public static class OfAgreement extends JsonConverter<Agreement> {
        /** For the persistence provider. */
        public OfAgreement() {
            super(new TypeReference<>() {});
        }
    }

    /** The payments. */
    @Converter
    public static class OfPayments extends JsonConverter<List<Payment>> {
        /** For the persistence provider. */
        public OfPayments() {
            super(new TypeReference<>() {});
        }
    }

    /** The proof of use. */
    @Converter
    public static class OfProofOfUse extends JsonConverter<ProofOfUse> {
        /** For the persistence provider. */
        public OfProofOfUse() {
            super(new TypeReference<>() {});
        }
    }

    /** The review. */
    @Converter
    public static class OfReview extends JsonConverter<Review> {
        /** For the persistence provider. */
        public OfReview() {
            super(new TypeReference<>() {});
        }
    }

    /** The recovery. */
    @Converter
    public static class OfRecovery extends JsonConverter<Recovery> {
        /** For the persistence provider. */
        public OfRecovery() {
            super(new TypeReference<>() {});
        }
    }
}

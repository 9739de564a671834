# Makes databases, topics and realm before the services start. The context is deploy/setup/target/image.
ARG BASE=eclipse-temurin:21.0.9_10-jre-noble
FROM ${BASE}

ARG VERSION
LABEL org.opencontainers.image.title="quartierwerk/setup" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.vendor="Quartierwerk" \
      org.opencontainers.image.licenses="EUPL-1.2"

WORKDIR /opt/quartierwerk
COPY lib lib
COPY app app

USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", \
            "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-cp", "app/*:lib/*", "de.quartierwerk.setup.Setup"]

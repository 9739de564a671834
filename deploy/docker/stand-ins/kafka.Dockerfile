# Stands in for the official image: the same variables, user and folders.
ARG BASE
FROM ${BASE}
COPY libs /opt/kafka/libs
COPY start /usr/local/bin/start
RUN mkdir -p /opt/kafka/config /opt/kafka/logs /var/lib/kafka/data && chown 1000:1000 /var/lib/kafka/data
USER 1000:1000
ENTRYPOINT ["/usr/local/bin/start"]

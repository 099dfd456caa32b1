export type Security = {
  accessToken?: string | undefined;
};
